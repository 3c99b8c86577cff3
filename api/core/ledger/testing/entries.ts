import fc from 'fast-check'
import { asId } from '../../id.ts'
import { fen } from '../../money.ts'
import { NOW } from '../../testing/builders.ts'
import { type AccountName, employerAccount, INSURER, jobAccount, PAYOUTS, PROVIDER, REFUNDS, workerAccount } from '../account.ts'
import { ENTRY_KINDS, type Entry, entry, entryKey, type JobMemo, type Memo, type WorkerMemo } from '../entry.ts'

export const aMemo = (about: Partial<JobMemo> = {}): JobMemo => ({
  key: entryKey('hold', 'job-1'),
  kind: 'hold',
  county: '350428',
  demo: false,
  at: NOW,
  job: asId('job-1'),
  jobNumber: '10240',
  employer: asId('cai'),
  givesBack: null,
  ...about,
})

export const aWorkerMemo = (about: Partial<WorkerMemo> = {}): WorkerMemo => ({
  key: entryKey('payout', 'one'),
  kind: 'payout',
  county: '350428',
  demo: false,
  at: NOW,
  worker: asId('li'),
  givesBack: null,
  ...about,
})

const MOST_FEN = 10_000_000_00

const someWorker = () => fc.constantFrom('li', 'chen', 'liao').map((id) => asId<'person'>(id))
const workersAccount = () => someWorker().map(workerAccount)

const accountOfJob = (): fc.Arbitrary<AccountName> =>
  fc.oneof(
    fc.constantFrom(PROVIDER, INSURER, REFUNDS, employerAccount(asId('cai'))),
    workersAccount(),
    fc.constantFrom('job-1', 'job-2').map((id) => jobAccount(asId(id))),
  )
const accountOfWorker = (): fc.Arbitrary<AccountName> => fc.oneof(fc.constantFrom(PROVIDER, PAYOUTS), workersAccount())

export const someAccount = (): fc.Arbitrary<AccountName> => fc.oneof(accountOfJob(), accountOfWorker())

const pairOf = (accounts: fc.Arbitrary<AccountName>) => fc.tuple(accounts, accounts, fc.integer({ min: 1, max: MOST_FEN }))

interface Sentences {
  readonly memos: fc.Arbitrary<Memo>
  readonly accounts: fc.Arbitrary<AccountName>
}

/** Any sentence of one to four pairs. */
const sentence = ({ memos, accounts }: Sentences): fc.Arbitrary<Entry> =>
  fc
    .record({
      memo: memos,
      kind: fc.constantFrom(...ENTRY_KINDS),
      subject: fc.uuid(),
      first: pairOf(accounts),
      more: fc.array(pairOf(accounts), { maxLength: 3 }),
    })
    .map(({ memo, kind, subject, first: [from, to, amount], more }) => {
      const begun = entry({ ...memo, kind, key: entryKey(kind, subject) })
        .debit(from, fen(amount))
        .credit(to)
      return more.reduce((said, pair) => said.debit(pair[0], fen(pair[2])).credit(pair[1]), begun).done()
    })

/** Any entry about a job or about a worker. */
export const someEntry = (): fc.Arbitrary<Entry> =>
  fc.oneof(
    sentence({ memos: fc.constant(aMemo()), accounts: accountOfJob() }),
    sentence({ memos: someWorker().map((worker) => aWorkerMemo({ worker })), accounts: accountOfWorker() }),
  )
