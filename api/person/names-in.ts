import { asId, type PersonId } from '../core/id.ts'
import { NOBODY_KNOWN } from '../core/staff-task/staff-task.ts'

/** The facts that are the id of a person, wherever staff are told facts. */
const PEOPLE = ['person', 'worker', 'employer'] as const

/** By the name of each fact that is somebody's id, how that person is called as others may see it; one star where he is gone. */
export type NamesIn = (...told: readonly unknown[]) => Promise<Readonly<Record<string, string>>>

export function createNamesIn({ maskedNameOf }: { readonly maskedNameOf: (id: PersonId) => Promise<string> }): NamesIn {
  return async (...told) => {
    const facts: Readonly<Record<string, unknown>> = Object.assign({}, ...told)
    const named = PEOPLE.map(async (fact) => {
      const id = facts[fact]
      return typeof id === 'string' && id !== NOBODY_KNOWN ? [[fact, await maskedNameOf(asId<'person'>(id))] as const] : []
    })
    return Object.fromEntries((await Promise.all(named)).flat())
  }
}
