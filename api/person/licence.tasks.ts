import { COUNTY_TIME_ZONE, countyDay } from '../core/clock.ts'
import type { DomainEvent } from '../core/event.ts'
import { asId } from '../core/id.ts'
import type { OwnTell } from '../core/notice/own-notices.ts'
import { countsUntil, LICENCE_REMINDERS_DAYS } from '../core/person/licence.ts'
import { accept } from '../core/result.ts'
import type { Timers } from '../schedule/timers.ts'
import type { Store } from '../store/port.ts'
import { type PersonPorts, unlessLeaving } from './add-role.ts'
import { licences } from './licence.collection.ts'
import { type PersonDoc, people } from './person.collection.ts'

export interface LicenceTasksParts extends PersonPorts {
  readonly store: Pick<Store, 'get'>
  readonly timers: Pick<Timers, 'set'>
  readonly tell: (cause: string, tell: OwnTell) => Promise<void>
}

const REMIND = 'remind-licence'
const MORNING = { hour: 9 }

/** With a licence more, in the place of an older one of its kind. */
const withLicence = (doc: PersonDoc, cert: string, validUntil: Temporal.PlainDate): PersonDoc => ({
  ...doc,
  licences: [...doc.licences.filter((held) => held.cert !== cert), { cert, validUntil }],
})

/** What was looked at and is one counts from then on, and reminds its owner before it does so no longer. */
export const createLicenceSubscribers = ({ editor, people: room, timers, clock }: LicenceTasksParts) => [
  {
    name: 'hold-licence',
    on: ['licenceReviewed'] as const,
    async run({ facts }: DomainEvent<'licenceReviewed'>): Promise<void> {
      if (!facts.approved) return
      const until = Temporal.PlainDate.from(facts.until)
      const at = { county: room.county, id: facts.person }
      const edited = await editor.edit(
        people,
        at,
        unlessLeaving((doc) => accept(withLicence(doc, facts.cert, until))),
        { missing: 'not-found' },
      )
      if (!edited.ok && edited.refusal === 'try-again') throw new Error('the person is being changed by many at once')
      room.changed(asId<'person'>(facts.person))
      const today = countyDay(clock.now())
      for (const days of LICENCE_REMINDERS_DAYS) {
        const day = until.subtract({ days })
        if (Temporal.PlainDate.compare(day, today) <= 0) continue
        const dueAt = day.toZonedDateTime({ timeZone: COUNTY_TIME_ZONE, plainTime: MORNING }).toInstant()
        await timers.set({ kind: REMIND, subject: `${facts.licence}:${days}`, dueAt })
      }
    },
  },
]

export function createLicenceTasks({ store, people: room, tell }: LicenceTasksParts) {
  return {
    /** Of a licence that another has taken the place of nobody is reminded. */
    async [REMIND](subject: string): Promise<void> {
      const [id = '', days = ''] = subject.split(':')
      const licence = await store.get(licences, room.county, id)
      if (licence?.state !== 'approved') return
      const person = await room.byId(asId<'person'>(licence.person))
      const until = countsUntil(licence.validUntil, licence.reviewOn)
      const isHeld = person?.licences.some(({ cert, validUntil }) => cert === licence.cert && validUntil.equals(until))
      if (isHeld)
        await tell(`${REMIND}:${subject}`, { kind: Number(days) < 0 ? 'licence-expired' : 'licence-expiring', person: licence.person })
    },
  }
}
