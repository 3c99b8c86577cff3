import { countyDay, startOfCountyDay } from '@linggong/api/core/clock.ts'
import type { DomainEvent } from '@linggong/api/core/event.ts'
import type { PersonId } from '@linggong/api/core/id.ts'
import { ageBandOf, ageOn } from '@linggong/api/core/person/age.ts'
import type { Channel } from '@linggong/api/core/person/channel.ts'
import type { HeldLicence, PersonRole } from '@linggong/api/core/person/person.ts'
import { COUNTY } from '../reference/county.ts'
import { createChance } from './chance.ts'

/** Who a made-up ID number belongs to; the county's keys decide it, so the caller says. */
export type IdOf = (idNumber: string) => PersonId

/** Somebody who does not exist, as the registration would take him in. */
export interface DemoPerson {
  readonly id: PersonId
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly birthDay: Temporal.PlainDate
  readonly roles: readonly PersonRole[]
  readonly licences: readonly HeldLicence[]
  readonly township: string
  readonly registeredAt: Temporal.Instant
  readonly demo: true
  /** The contact of the chat, plain; absent for who has no WeChat. */
  readonly contact?: string
}

/** Who is old mostly comes to the counter of a station; the young mostly write themselves. Of a hundred. */
const AT_THE_COUNTER = { older: 65, younger: 15, olderFrom: 50 } as const

/** How somebody came to be registered. */
export function channelOf({ idNumber, registeredAt, birthDay, contact }: Omit<DemoPerson, 'id'>): Channel {
  const isOlder = ageOn(countyDay(registeredAt), birthDay) >= AT_THE_COUNTER.olderFrom
  const share = isOlder ? AT_THE_COUNTER.older : AT_THE_COUNTER.younger
  return contact === undefined && createChance(`counter ${idNumber}`).below(100) < share ? 'staff' : 'chat'
}

/** Numbers of the 199 series that end in a plain count: 19900000000 and on. */
export const phoneOf = (count: number): string => `199${String(count).padStart(8, '0')}`

export const momentOf = (day: Temporal.PlainDate, minutes: number): Temporal.Instant => startOfCountyDay(day).add({ minutes })

/** Somebody has looked at the card of everybody in the demo county. */
export function registrationOf(person: DemoPerson): DomainEvent<'personRegistered'> {
  const { id, roles, township, registeredAt, demo, birthDay } = person
  const ageBand = ageBandOf(ageOn(countyDay(registeredAt), birthDay))
  return {
    id: `personRegistered:${id}`,
    type: 'personRegistered',
    county: COUNTY.adcode,
    at: registeredAt,
    demo,
    facts: { person: id, roles, township, ageBand, channel: channelOf(person), verified: true },
  }
}
