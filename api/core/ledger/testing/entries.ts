import fc from 'fast-check'
import { asId } from '../../id.ts'
import { fen } from '../../money.ts'
import { NOW } from '../../testing/builders.ts'
import { type AccountName, employerAccount, INSURER, jobAccount, PAYOUTS, PROVIDER, REFUNDS, workerAccount } from '../account.ts'
import { ENTRY_KINDS, type Entry, entry, entryKey, type Memo } from '../entry.ts'

export const aMemo = (about: Partial<Memo> = {}): Memo => ({
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

const MOST_FEN = 10_000_000_00

export const someAccount = (): fc.Arbitrary<AccountName> =>
  fc.oneof(
    fc.constantFrom(PROVIDER, INSURER, REFUNDS, PAYOUTS, employerAccount(asId('cai'))),
    fc.constantFrom('li', 'chen', 'liao').map((id) => workerAccount(asId(id))),
    fc.constantFrom('job-1', 'job-2').map((id) => jobAccount(asId(id))),
  )

const somePair = () => fc.tuple(someAccount(), someAccount(), fc.integer({ min: 1, max: MOST_FEN }))

/** Any sentence of one to four pairs. */
export const someEntry = (): fc.Arbitrary<Entry> =>
  fc
    .record({
      kind: fc.constantFrom(...ENTRY_KINDS),
      subject: fc.uuid(),
      first: somePair(),
      more: fc.array(somePair(), { maxLength: 3 }),
    })
    .map(({ kind, subject, first: [from, to, amount], more }) => {
      const begun = entry(aMemo({ kind, key: entryKey(kind, subject) }))
        .debit(from, fen(amount))
        .credit(to)
      return more.reduce((sentence, pair) => sentence.debit(pair[0], fen(pair[2])).credit(pair[1]), begun).done()
    })
