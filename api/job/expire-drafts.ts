import { type Clock, instantText } from '../core/clock.ts'
import { expireJob } from '../core/job/expire-job.ts'
import { LIMIT } from '../core/limit.ts'
import type { JobDesk } from './edit-job.ts'
import { jobs } from './job.collection.ts'
import type { ListJobsPorts } from './list-jobs.ts'

interface ExpireDraftsPorts extends ListJobsPorts {
  readonly clock: Clock
  readonly desk: Pick<JobDesk, 'edit'>
}

/**
 * Ends drafts that nobody published before they should have begun, a page at a time. The index over starts finds them, so no clock is wound
 * for a job that in all likelihood is published the next moment. Gives how many were due; one that is being changed is due again.
 */
export async function expireDrafts({ store, county, clock, desk }: ExpireDraftsPorts): Promise<number> {
  const now = clock.now()
  const below = instantText(now.subtract({ minutes: LIMIT.expireAfterStartMinutes }).add({ milliseconds: 1 }))
  const range = { field: 'terms.startsAt', below }
  const { docs } = await store.find(jobs, { index: 'open', county, equals: { state: 'draft' }, range, limit: LIMIT.pageSize })
  await Promise.all(docs.map(({ id }) => desk.edit(id, (job) => expireJob(job, { now }))))
  return docs.length
}
