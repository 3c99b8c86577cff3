import { PAYOUTS, PROVIDER, workerAccount } from '@linggong/api/core/ledger/account.ts'
import { type Entry, type EntryKey, type EntryKind, entry } from '@linggong/api/core/ledger/entry.ts'
import { addFen, type Fen, fen } from '@linggong/api/core/money.ts'
import { worker } from '../money/people.ts'
import type { Spoil } from '../money/spoil.ts'
import type { Defects } from './defect.ts'

/** A book in which every entry is written down otherwise than it was said. */
const writing = (change: (entry: Entry) => Entry): Spoil => ({
  ledger: (right) => ({
    ...right,
    append: (entry) => right.append(change(entry)),
    appendIfCovered: (entry) => right.appendIfCovered(change(entry)),
  }),
})

const ofKind = (kind: EntryKind, change: (entry: Entry) => Entry) => (entry: Entry) => (entry.kind === kind ? change(entry) : entry)

const timesBy = (amountFen: Fen, by: number): Fen => fen(Math.sign(amountFen) * Math.floor(Math.abs(amountFen) * by))

const scaled = (by: number) => (entry: Entry) => ({
  ...entry,
  postings: entry.postings.map((posting) => ({ ...posting, amountFen: timesBy(posting.amountFen, by) })),
})

const lessBy = (premiumFen: number) => (entry: Entry) => ({
  ...entry,
  postings: entry.postings.map((posting) => ({
    ...posting,
    amountFen: fen(Math.sign(posting.amountFen) * (Math.abs(posting.amountFen) - premiumFen)),
  })),
})

function forgetfulKeys(): Spoil {
  let entries = 0
  return writing((each) => {
    entries += 1
    return each.kind === 'pay' || each.kind === 'surplus' ? { ...each, key: `${each.key}~${entries}` as EntryKey } : each
  })
}

function fromOthers(each: Entry): Entry {
  if (!('worker' in each)) return each
  const amountFen = addFen(...each.postings.filter(({ account }) => account === PAYOUTS).map((posting) => posting.amountFen))
  return entry(each).debit(PROVIDER, amountFen).credit(PAYOUTS).done()
}

export const LEDGER_DEFECTS: Defects = {
  'a book that forgets its keys': {
    breaks: 'What is told twice is written twice, so pay is released twice.',
    spoil: forgetfulKeys,
    shows: 'worked, paid and taken home',
    when: 'two processes',
  },
  'a premium that is taken from the pay': {
    breaks: 'Workers of an insured job get less than was agreed.',
    spoil: () => writing(ofKind('pay', lessBy(500))),
    shows: 'insured before it is out',
  },
  'pay that goes to another worker': {
    breaks: 'What an employer owed one worker lands in the wallet of another.',
    spoil: () =>
      writing(
        ofKind('due', (each) => ({
          ...each,
          postings: each.postings.map((posting) =>
            posting.account === workerAccount(worker(0)) ? { ...posting, account: workerAccount(worker(3)) } : posting,
          ),
        })),
      ),
    shows: 'worked on credit',
  },
  'cash that is booked as if it had come in': {
    breaks: 'A worker could withdraw what he has in his pocket already.',
    spoil: () =>
      writing(
        ofKind('cash', (each) => ({
          ...each,
          postings: each.postings
            .filter(({ account, amountFen }) => account !== 'cash' || amountFen < 0)
            .map((posting) => (posting.account === 'cash' ? { ...posting, account: PROVIDER } : posting))
            .filter(({ account, amountFen }) => account !== workerAccount(worker(0)) || amountFen > 0),
        })),
      ),
    shows: 'cash for finished work',
  },
  'half a fen that is lost': {
    breaks: 'A posting that is rounded for itself leaves an entry out of balance.',
    spoil: () =>
      writing(
        ofKind('return', (each) => ({
          ...each,
          postings: each.postings.map((posting, at) => (at === 0 ? { ...posting, amountFen: fen(posting.amountFen + 1) } : posting)),
        })),
      ),
    shows: 'taken back in time',
  },
  'a rest that is worked out from the terms': {
    breaks: 'Only half of what is left of a job goes back.',
    spoil: () => writing(ofKind('return', scaled(0.5))),
    shows: 'taken back in time',
  },
  'a refund that is booked by half': {
    breaks: 'What has arrived stays on its way in the book.',
    spoil: () => writing(ofKind('refund-done', scaled(0.5))),
    shows: 'taken back in time',
  },
  'a withdrawal out of other people’s money': {
    breaks: 'Who asks for more than he has is paid from what belongs to others.',
    spoil: () => ({
      ledger: (right) => ({
        ...right,
        amountOf: async (figure) => (figure.startsWith('worker:') ? fen(1_000_000) : await right.amountOf(figure)),
        appendIfCovered: async (each) => {
          const appended = await right.appendIfCovered(each)
          return appended === 'short' ? await right.appendIfCovered(fromOthers(each)) : appended
        },
      }),
    }),
    shows: 'withdrawals that race',
  },
  'a withdrawal that stays in the wallet': {
    breaks: 'Money is sent that its owner can spend again.',
    spoil: () => ({
      ledger: (right) => ({
        ...right,
        appendIfCovered: async (each) => (each.kind === 'payout' ? 'written' : await right.appendIfCovered(each)),
      }),
    }),
    shows: 'worked, paid and taken home',
  },
  'a rest that is worked out again after a death': {
    breaks: 'Who died between booking the rest and asking for its refund finds nothing left and asks for nothing.',
    spoil: () => ({
      ledger: (right) => ({
        ...right,
        entryOf: async (key) => (key.startsWith('return:') ? undefined : await right.entryOf(key)),
      }),
    }),
    shows: 'taken back in time',
    when: 'a process dies',
  },
}
