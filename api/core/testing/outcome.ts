import { assert } from '../assert.ts'
import type { JobChange } from '../job/change.ts'
import type { RefusalKey } from '../refusal.ts'
import type { Result } from '../result.ts'

/** What a decision that had to be a yes decided. */
export function granted<T>(result: Result<T>): T {
  assert(result.ok, `a yes was expected, not ${result.ok ? '' : result.refusal}`)
  return result.value
}

/** Why a decision was a no; undefined for a yes. */
export const refusalOf = (result: Result<unknown>): RefusalKey | undefined => (result.ok ? undefined : result.refusal)

/** What has happened, in order, without to whom. */
export const happened = ({ events }: JobChange): readonly string[] => events.map(({ type }) => type)

/** The state of each take, in the order of the takes. */
export const takeStates = ({ job }: Pick<JobChange, 'job'>): readonly string[] => job.takes.map(({ state }) => state)
