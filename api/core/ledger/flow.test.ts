import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import { fen } from '../money.ts'
import {
  type AccountName,
  CASH,
  COMPENSATION,
  employerAccount,
  INSURER,
  jobAccount,
  PAYOUTS,
  PROVIDER,
  REFUNDS,
  TAX,
  workerAccount,
} from './account.ts'
import { ENTRY_KINDS, type Entry, type EntryKind, entry } from './entry.ts'
import { flowsAsItShould } from './flow.ts'
import { aMemo, aWorkerMemo } from './testing/entries.ts'

const [CAI, DENG] = ['cai', 'deng'].map((id) => employerAccount(asId(id))) as [AccountName, AccountName]
const [LI, CHEN] = ['li', 'chen'].map((id) => workerAccount(asId(id))) as [AccountName, AccountName]
const [JOB, OTHER_JOB] = ['job-1', 'job-2'].map((id) => jobAccount(asId(id))) as [AccountName, AccountName]

/** `[from, to, to, …]`: the same five fen from one to the next. */
function told(kind: EntryKind, ...ways: readonly (readonly AccountName[])[]): Entry {
  const pairs = ways.flatMap((way) => way.slice(1).map((to, at) => ({ from: way[at] ?? to, to })))
  const isWorkers = kind.startsWith('payout')
  const begun = entry(isWorkers ? aWorkerMemo({ kind }) : aMemo({ kind }))
  const [first, ...more] = pairs
  if (first === undefined) throw new Error('an entry moves something')
  return more.reduce((said, { from, to }) => said.debit(from, fen(5)).credit(to), begun.debit(first.from, fen(5)).credit(first.to)).done()
}

const RIGHT = [
  told('hold', [PROVIDER, CAI, JOB]),
  told('cover', [PROVIDER, CAI, JOB]),
  told('pay', [JOB, LI]),
  told('pay', [JOB, LI], [JOB, TAX]),
  told('due', [PROVIDER, CAI, LI]),
  told('due', [PROVIDER, CAI], [PROVIDER, CAI], [CAI, LI], [CAI, TAX]),
  told('compensate', [JOB, COMPENSATION, LI]),
  told('compensate', [PROVIDER, CAI, COMPENSATION, LI]),
  told('cash', [CASH, CAI, LI, CASH]),
  told('premium', [JOB, INSURER]),
  told('premium-return', [INSURER, JOB]),
  told('return', [JOB, CAI, REFUNDS]),
  told('surplus', [PROVIDER, CAI, REFUNDS]),
  told('refund-done', [REFUNDS, CAI, PROVIDER]),
  told('payout', [LI, PAYOUTS]),
  told('payout-done', [PAYOUTS, PROVIDER]),
  told('payout-back', [PAYOUTS, LI]),
] as const

const WRONG: readonly (readonly [string, Entry])[] = [
  ['what is held stays in the employer’s hands', told('hold', [PROVIDER, CAI])],
  ['a hold for another job', told('hold', [PROVIDER, CAI, OTHER_JOB])],
  ['a hold through another employer', told('hold', [PROVIDER, DENG, JOB])],
  ['a hold that is moved from job to job', told('hold', [OTHER_JOB, JOB])],
  ['pay to the employer', told('pay', [JOB, CAI])],
  ['pay straight from the provider', told('pay', [PROVIDER, LI])],
  ['pay out of another job', told('pay', [OTHER_JOB, LI])],
  ['pay out of another worker’s wallet', told('pay', [CHEN, LI])],
  ['pay to nobody but the tax office of another job', told('pay', [OTHER_JOB, TAX])],
  ['a debt that is paid out of the escrow', told('due', [JOB, CAI, LI])],
  ['compensation that stays on its way', told('compensate', [JOB, COMPENSATION])],
  ['compensation out of the premiums', told('compensate', [INSURER, COMPENSATION, LI])],
  ['cash that becomes a claim', told('cash', [CASH, CAI, LI])],
  ['cash that the provider holds', told('cash', [PROVIDER, CAI, LI])],
  ['a premium to the worker', told('premium', [JOB, LI])],
  ['a premium that comes back to the employer', told('premium-return', [INSURER, CAI])],
  ['what is left goes to another employer', told('return', [JOB, DENG, REFUNDS])],
  ['what is left leaves unseen', told('return', [JOB, CAI, PROVIDER])],
  ['a surplus that is kept for the job', told('surplus', [PROVIDER, CAI, JOB])],
  ['a refund that ends in the escrow', told('refund-done', [REFUNDS, JOB])],
  ['a payout of somebody else’s wallet', told('payout', [CHEN, PAYOUTS])],
  ['a payout that comes back to somebody else', told('payout-back', [PAYOUTS, CHEN])],
  ['a payout that is a refund', told('payout-done', [REFUNDS, PROVIDER])],
  ['a payout out of an escrow', told('payout', [JOB, PAYOUTS])],
  ['pay that moves nothing', told('pay', [CASH, CAI, LI, CASH])],
  ['an account of no kind', told('pay', [JOB, 'someone:else' as AccountName])],
]

/** Which other kinds go the same way as one of these: the names tell them apart, the accounts cannot. */
const SAME_WAY: Partial<Record<EntryKind, readonly EntryKind[]>> = {
  hold: ['cover'],
  cover: ['hold'],
  pay: ['compensate'],
  due: ['compensate'],
  compensate: ['pay', 'due'],
}

describe('the way that money goes', () => {
  it.each(RIGHT.map((each) => [each.kind, each] as const))('is right of %s', (_kind, each) => expect(flowsAsItShould(each)).toBe(true))

  it('is known of every kind there is', () => {
    expect([...new Set(RIGHT.map(({ kind }) => kind))].sort()).toEqual([...ENTRY_KINDS].sort())
  })

  it.each(WRONG)('is wrong: %s', (_what, each) => expect(flowsAsItShould(each)).toBe(false))

  it.each(RIGHT.map((each) => [each.kind, each] as const))(
    'is wrong of %s under the name of any other that goes another way',
    (kind, each) => {
      const passesFor = ENTRY_KINDS.filter((other) => flowsAsItShould({ ...each, kind: other }))
      expect([kind, ...(SAME_WAY[kind] ?? [])]).toEqual(expect.arrayContaining(passesFor))
    },
  )
})
