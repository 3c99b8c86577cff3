import { addFen, type Fen, NO_FEN } from '../money.ts'
import { ACCOUNT_KINDS, type AccountKind, type AccountName, employerAccount, isOfKind, jobAccount, workerAccount } from './account.ts'
import type { Entry, EntryKind } from './entry.ts'

interface Flow {
  readonly from: readonly AccountKind[]
  readonly to: readonly AccountKind[]
}

/**
 * Which accounts have less and which have more after an entry of each kind. All others it names end as they were: money only passes through
 * employers' hands, through `cash` and through `compensation`.
 */
export const FLOW = {
  hold: { from: ['provider'], to: ['job'] },
  cover: { from: ['provider'], to: ['job'] },
  pay: { from: ['job'], to: ['worker', 'tax'] },
  due: { from: ['provider'], to: ['worker', 'tax'] },
  compensate: { from: ['job', 'provider'], to: ['worker'] },
  cash: { from: [], to: [] },
  premium: { from: ['job'], to: ['insurer'] },
  'premium-return': { from: ['insurer'], to: ['job'] },
  return: { from: ['job'], to: ['refunds'] },
  surplus: { from: ['provider'], to: ['refunds'] },
  'refund-done': { from: ['refunds'], to: ['provider'] },
  payout: { from: ['worker'], to: ['payouts'] },
  'payout-done': { from: ['payouts'], to: ['provider'] },
  'payout-back': { from: ['payouts'], to: ['worker'] },
} as const satisfies Readonly<Record<EntryKind, Flow>>

const kindOf = (account: AccountName): AccountKind | undefined => ACCOUNT_KINDS.find((kind) => isOfKind(kind, account))

function netOf({ postings }: Entry): ReadonlyMap<AccountName, Fen> {
  const net = new Map<AccountName, Fen>()
  for (const { account, amountFen } of postings) net.set(account, addFen(net.get(account) ?? NO_FEN, amountFen))
  return net
}

/** Whether an account may stand in the entry at all: of a job, an employer or a payee there is only the one that it is about. */
function isConcerned(entry: Entry, account: AccountName): boolean {
  const kind = kindOf(account)
  if (kind === undefined) return false
  if (kind === 'worker') return 'job' in entry || account === workerAccount(entry.worker)
  if (kind === 'job') return 'job' in entry && account === jobAccount(entry.job)
  return kind !== 'employer' || ('job' in entry && account === employerAccount(entry.employer))
}

/** Whether money went the way that entries of this kind go. */
export function flowsAsItShould(entry: Entry): boolean {
  const { from, to }: Flow = FLOW[entry.kind]
  const net = [...netOf(entry)]
  if (from.length > 0 && net.every(([, amountFen]) => amountFen === 0)) return false
  return net.every(([account, amountFen]) => {
    if (!isConcerned(entry, account)) return false
    return amountFen === 0 || (amountFen < 0 ? from : to).some((kind) => isOfKind(kind, account))
  })
}
