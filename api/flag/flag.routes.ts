import type { Handlers } from '../contract/handler.ts'
import { type Clock, countyDay } from '../core/clock.ts'
import type { Person } from '../core/person/person.ts'
import { accept } from '../core/result.ts'
import { NOBODY_KNOWN, type OpenStaffTask } from '../core/staff-task/staff-task.ts'

export interface FlagRoutesParts {
  readonly clock: Clock
  readonly personOf: (contact: string) => Promise<Person | undefined>
  readonly openTask: OpenStaffTask
}

/** One task a day for whoever says such a thing in one place, however often; those who are not registered are one. */
export function createFlagRoutes({ clock, personOf, openTask }: FlagRoutesParts): Pick<Handlers, 'flagLine'> {
  return {
    async flagLine({ body, caller: { contact } }) {
      const person = await personOf(contact)
      const [day, subject, room] = [countyDay(clock.now()).toString(), person?.id ?? NOBODY_KNOWN, body.room ?? 'private']
      const { sign } = body
      await openTask({
        key: JSON.stringify(['flagged-line', sign, subject, room, day]),
        kind: 'flagged-line',
        subject,
        facts: { sign, person: subject, room, day },
        ...(person === undefined ? {} : { township: person.township }),
      })
      return accept({})
    },
  }
}
