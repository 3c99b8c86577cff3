import { charges } from '@linggong/api/charge/charge.collection.ts'
import type { DomainEvent, EventType } from '@linggong/api/core/event.ts'
import { creditLines } from '@linggong/api/credit/credit.collection.ts'
import { timers } from '@linggong/api/schedule/timer.collection.ts'
import type { Doc, Store } from '@linggong/api/store/port.ts'
import type { Spoil } from '../money/spoil.ts'
import type { Defects } from './defect.ts'

/** One room hears some events otherwise than they were told, or not at all. */
const hearing = (room: string, hear: (event: DomainEvent) => DomainEvent | undefined): Spoil => ({
  subscribers: (right) =>
    right.map((each) =>
      each.name !== room
        ? each
        : {
            ...each,
            async run(event) {
              const heard = hear(event)
              if (heard !== undefined) await each.run(heard)
            },
          },
    ),
})

const deaf = (room: string, ...types: readonly EventType[]): Spoil =>
  hearing(room, (event) => (types.includes(event.type) ? undefined : event))

/** A store that says yes to some writes and does not do them. */
const forgetting = (isForgotten: (collection: string, doc: Doc) => boolean): Spoil => ({
  store: (right) => ({
    ...right,
    insert: async (into, doc) => (isForgotten(into.name, doc) ? { ok: true } : await right.insert(into, doc)),
    replace: async (into, doc, version) => (isForgotten(into.name, doc) ? { ok: true } : await right.replace(into, doc, version)),
  }),
})

const has = (doc: Doc, field: string, value: string): boolean => Reflect.get(doc, field) === value

const limitless = (right: Store): Store => ({
  ...right,
  async get(from, county, id) {
    const doc = await right.get(from, county, id)
    return doc === undefined || from.name !== creditLines.name ? doc : { ...doc, limitFen: 1_000_000_000 }
  },
})

export const ROOM_DEFECTS: Defects = {
  'a surplus that counts as the hold': {
    breaks: 'Money that was paid twice is put aside twice, and never goes back.',
    spoil: () => hearing('wallet', (event) => (event.type === 'chargeSurplus' ? { ...event, type: 'chargePaid' } : event)),
    shows: 'paid twice, by two codes',
  },
  'a surplus that nobody hears of': {
    breaks: 'What was paid too late stays where it is.',
    spoil: () => deaf('wallet', 'chargeSurplus'),
    shows: 'paid after it was taken back',
  },
  'a bill that is still asked for when it is withdrawn': {
    breaks: 'An employer is asked for what he has paid in cash.',
    spoil: () => deaf('charge', 'billWithdrawn'),
    shows: 'cash for what is owed, on credit',
  },
  'a charge that outlives its job': {
    breaks: 'Money for a job that was taken back is put aside, and nobody looks at that job again.',
    spoil: () => forgetting((collection, doc) => collection === charges.name && has(doc, 'state', 'dropped')),
    shows: 'paid after it was taken back',
  },
  'cash and wallet, both': {
    breaks: 'Who was paid in cash is paid out of the escrow as well.',
    spoil: () =>
      hearing('wallet', (event) =>
        event.type === 'takeConfirmed' && event.facts.cash ? { ...event, facts: { ...event.facts, heldFen: event.facts.payFen } } : event,
      ),
    shows: 'cash out of an escrow',
  },
  'a confirmation by the clock that releases nothing': {
    breaks: 'Work is confirmed and its pay stays put aside.',
    spoil: () => hearing('wallet', (event) => (event.type === 'takeConfirmed' && event.facts.automatic ? undefined : event)),
    shows: 'nobody confirms',
  },
  'a failed payout that does not come back': {
    breaks: 'What could not be sent is nowhere any more.',
    spoil: () => deaf('payout', 'payoutFailed'),
    shows: 'withdrawals that fail, expire and are taken back',
  },
  'an arrival that nobody books': {
    breaks: 'What a worker has in his hands is still on its way in the book.',
    spoil: () => deaf('payout', 'payoutDone'),
    shows: 'worked, paid and taken home',
  },
  'a premium that stays with the insurer': {
    breaks: 'Cover of a seat that was handed back is paid for all the same.',
    spoil: () => deaf('policy', 'takeHandedBack', 'takeUndone'),
    shows: 'insured before it is out',
  },
  'no clock behind a payment': {
    breaks: 'A callback that is lost is never made up for.',
    spoil: () => forgetting((collection, doc) => collection === timers.name && has(doc, 'kind', 'ask-payment')),
    shows: 'paid, and no callback comes',
  },
  'a credit line without a limit': {
    breaks: 'An employer gets more on credit than anybody trusted him with.',
    spoil: () => ({ store: limitless }),
    shows: 'credit that does not reach',
  },
  'credit that is never given back': {
    breaks: 'A job that is over and paid keeps its part of the line for ever.',
    spoil: () => deaf('credit', 'jobSettled', 'jobCancelled', 'chargePaid', 'takeCashed'),
    shows: 'worked on credit',
  },
  'a quarrel that nobody sees': {
    breaks: 'Pay that is contested stays held and no person is told.',
    spoil: () => deaf('money-tasks', 'payContested'),
    shows: 'a deduction that is refused',
  },
  'an employer who owes, and nobody knows': {
    breaks: 'Arrears of more than a day are on no list.',
    spoil: () => deaf('wind-arrears-clocks', 'payDue'),
    shows: 'two bills, neither of them paid for more than a day',
  },
}
