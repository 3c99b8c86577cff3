import type { PersonId } from '../../core/id.ts'
import { employerRepute, workerRepute } from '../../core/repute/repute.ts'
import { NOW } from '../../core/testing/builders.ts'

/** People who are called by their ids, and of whom nothing else is known. */
export const NOTHING_KNOWN = {
  nameOf: async (person: PersonId) => `${person}*`,
  employerRepute: async () => employerRepute([], NOW),
  workerRepute: async () => workerRepute([], NOW),
}
