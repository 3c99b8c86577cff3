import { charges } from './charge/charge.collection.ts'
import type { OutboxDoc } from './event/outbox.ts'
import { jobs } from './job/job.collection.ts'
import { payments } from './payment/payment.collection.ts'
import { payouts } from './payment/payout.collection.ts'
import { conducts } from './penalty/conduct.collection.ts'
import { formerPeople } from './person/former.collection.ts'
import { people } from './person/person.collection.ts'
import type { Collection } from './store/port.ts'

/** Everything whose documents carry what happened to them until it is told. */
export const EVENTFUL = [jobs, people, formerPeople, charges, payments, payouts, conducts] as Collection<OutboxDoc>[] // each has an outbox
