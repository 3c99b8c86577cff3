import { assert } from '../core/assert.ts'
import type { DomainEvent } from '../core/event.ts'
import { type Contradiction, contradiction, type Heard, KNOWN } from '../core/payment/heard.ts'
import type { Payment } from '../core/payment/payment.ts'
import type { Payout } from '../core/payment/payout.ts'
import { accept, type Result } from '../core/result.ts'
import { type OutboxDoc, withEvents } from '../event/outbox.ts'
import { type Collection, type Doc, StoreUnavailable } from '../store/port.ts'
import { type PaymentDoc, payments } from './payment.collection.ts'
import type { PaymentPorts } from './payment-ports.ts'
import { type PayoutDoc, payouts } from './payout.collection.ts'

type BookPorts = Pick<PaymentPorts, 'editor' | 'county' | 'openTask' | 'log'>

export type Told<T> =
  | { readonly kind: 'news' | 'known'; readonly doc: T }
  | { readonly kind: 'contradiction'; readonly why: Contradiction }
  | { readonly kind: 'missing' }

interface Row<T extends Doc> {
  readonly into: Collection<T>
  readonly id: string
}

interface Contradicted {
  readonly of: string
  readonly number: string
  readonly why: Contradiction
}

type News = { readonly events: readonly DomainEvent[] }

/** What the store and the relay keep on a row beside what the rules know of it. */
export const kept = ({ id, county, version, outbox, outboxSince }: OutboxDoc, { events }: News) =>
  withEvents({ id, county, version, outbox, outboxSince }, events)

/** One conditional write of what the provider said, with the events of it. A contradiction writes nothing and is told to staff. */
async function tell<T extends OutboxDoc>(ports: BookPorts, row: Row<T>, hear: (doc: T) => Heard<T>): Promise<Told<T>> {
  const { editor, county, log } = ports
  let heard: Heard<T> = KNOWN
  const decide = (doc: T): Result<T> => {
    heard = hear(doc)
    return accept(heard.kind === 'news' ? heard.doc : doc)
  }
  const edited = await editor.edit(row.into, { county, id: row.id }, decide, { duplicate: 'key-reused' })
  if (!edited.ok && edited.refusal === 'not-found') return { kind: 'missing' }
  if (!edited.ok && edited.refusal === 'try-again') throw new StoreUnavailable('a row of the payment room could not be changed')
  const outcome = edited.ok ? lastOf(heard) : contradiction('other-transaction')
  if (outcome.kind === 'contradiction') {
    log.error({ collection: row.into.name, id: row.id, code: outcome.why }, 'the provider contradicts our book; staff must look')
    await tellStaff(ports, { of: row.into.name, number: row.id, why: outcome.why })
    return outcome
  }
  assert(edited.ok, 'what is no contradiction was decided')
  return { kind: outcome.kind, doc: edited.value }
}

/** A refund that is told of before its payment was only overtaken: we look behind it ourselves, and the day's bill says if that was in vain. */
async function tellStaff({ openTask }: BookPorts, facts: Contradicted): Promise<void> {
  const { of, number, why } = facts
  if (why === 'refund-before-pay') return
  const kind = 'provider-contradicts'
  await openTask({ key: `${kind}:${of}:${number}:${why}`, kind, subject: number, facts })
}

/** The compiler does not see that the closure above has run. */
const lastOf = <T>(heard: Heard<T>): Heard<T> => heard

const paymentNews = (doc: PaymentDoc, heard: Heard<Payment>): Heard<PaymentDoc> =>
  heard.kind === 'news' ? { ...heard, doc: { ...heard.doc, ...kept(doc, heard) } } : heard

const payoutNews = (doc: PayoutDoc, heard: Heard<Payout>): Heard<PayoutDoc> =>
  heard.kind === 'news' ? { ...heard, doc: { ...heard.doc, ...kept(doc, heard) } } : heard

export const tellPayment = (ports: BookPorts, id: string, hear: (payment: PaymentDoc) => Heard<Payment>): Promise<Told<PaymentDoc>> =>
  tell(ports, { into: payments, id }, (doc) => paymentNews(doc, hear(doc)))

export const tellPayout = (ports: BookPorts, id: string, hear: (payout: PayoutDoc) => Heard<Payout>): Promise<Told<PayoutDoc>> =>
  tell(ports, { into: payouts, id }, (doc) => payoutNews(doc, hear(doc)))
