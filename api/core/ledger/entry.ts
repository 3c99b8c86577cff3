import { assert } from '../assert.ts'
import type { JobId, PersonId } from '../id.ts'
import { addFen, type Fen, negateFen } from '../money.ts'
import type { AccountName } from './account.ts'

export const ENTRY_KINDS = [
  'hold',
  'cover',
  'pay',
  'due',
  'compensate',
  'cash',
  'premium',
  'premium-return',
  'return',
  'surplus',
  'refund-done',
  'payout',
  'payout-done',
  'payout-back',
] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** The natural name of an effect, such as `pay:TAKE`: what has happened under it cannot happen again. */
export type EntryKey = string & { readonly kind: 'entry-key' }

export const entryKey = (kind: EntryKind, subject: string): EntryKey => `${kind}:${subject}` as EntryKey

/** Positive is a credit: the account's owner may claim that much more. Negative is a debit. */
export interface Posting {
  readonly account: AccountName
  readonly amountFen: Fen
}

export interface AboutJob {
  readonly job: JobId
  readonly jobNumber: string
  readonly employer: PersonId
}

/** What a worker does with what is his, whatever job it came from. */
export interface AboutWorker {
  readonly worker: PersonId
}

interface MemoHead {
  readonly key: EntryKey
  readonly kind: EntryKind
  readonly county: string
  readonly demo: boolean
  readonly at: Temporal.Instant
  /** The entry whose money this one gives back, wholly or in part. */
  readonly givesBack: EntryKey | null
}

export type JobMemo = MemoHead & AboutJob
export type WorkerMemo = MemoHead & AboutWorker
export type Memo = JobMemo | WorkerMemo

/** One movement of money. Never edited; a correction is another entry. */
export type Entry = Memo & { readonly postings: readonly Posting[] }

interface Unwritten {
  debit(from: AccountName, amountFen: Fen): { credit(to: AccountName): Written }
}

interface Written extends Unwritten {
  done(): Entry
}

/**
 * `entry(memo).debit(job, amount).credit(worker).done()`: each debit waits for the account that gets the same amount, so an entry out of
 * balance cannot be said. Amounts are positive; further pairs may follow.
 */
export const entry = (memo: Memo): Unwritten => ({ debit: written(memo, []).debit })

function written(memo: Memo, postings: readonly Posting[]): Written {
  return {
    debit(from, amountFen) {
      assert(amountFen > 0, 'an entry moves a positive amount')
      const debit = { account: from, amountFen: negateFen(amountFen) }
      return { credit: (to) => written(memo, [...postings, debit, { account: to, amountFen }]) }
    },
    done: () => ({ ...memo, postings }),
  }
}

/** The same money the same way back, as an entry of its own. */
export const reverse = (original: Entry, memo: Pick<Memo, 'key' | 'kind' | 'at'>): Entry => ({
  ...original,
  ...memo,
  givesBack: original.key,
  postings: original.postings.map(({ account, amountFen }) => ({ account, amountFen: negateFen(amountFen) })).toReversed(),
})

/** Whose affair an entry is: the employer's, or the worker's where no job is concerned. */
export const whoseIs = (memo: AboutJob | AboutWorker): PersonId => ('job' in memo ? memo.employer : memo.worker)

export const sumOf = (postings: readonly Posting[]): Fen => addFen(...postings.map(({ amountFen }) => amountFen))

/** What an entry changes on one account. */
export const changeOn = (account: AccountName, { postings }: Entry): Fen => sumOf(postings.filter((posting) => posting.account === account))
