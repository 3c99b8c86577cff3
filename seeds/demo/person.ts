import { countyDay, startOfCountyDay } from '@linggong/api/core/clock.ts'
import type { DomainEvent } from '@linggong/api/core/event.ts'
import type { PersonId } from '@linggong/api/core/id.ts'
import { ageBandOf, ageOn } from '@linggong/api/core/person/age.ts'
import type { HeldLicence, PersonRole } from '@linggong/api/core/person/person.ts'
import { COUNTY } from '../reference/county.ts'

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

/** Numbers of the 199 series that end in a plain count: 19900000000 and on. */
export const phoneOf = (count: number): string => `199${String(count).padStart(8, '0')}`

export const momentOf = (day: Temporal.PlainDate, minutes: number): Temporal.Instant => startOfCountyDay(day).add({ minutes })

export const registrationOf = ({ id, roles, township, registeredAt, demo, birthDay }: DemoPerson): DomainEvent<'personRegistered'> => ({
  id: `personRegistered:${id}`,
  type: 'personRegistered',
  county: COUNTY.adcode,
  at: registeredAt,
  demo,
  facts: { person: id, roles, township, ageBand: ageBandOf(ageOn(countyDay(registeredAt), birthDay)) },
})
