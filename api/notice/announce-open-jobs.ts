import { listJobs } from '../job/list-jobs.ts'
import type { Store } from '../store/port.ts'
import { type FileNoticePorts, fileNotice } from './file-notice.ts'

/** Puts the soonest open jobs before the market groups. */
export async function announceOpenJobs(ports: FileNoticePorts, store: Store, count: number): Promise<void> {
  const { county, clock } = ports
  const now = clock.now()
  const { jobs } = await listJobs({ store, county }, { limit: count }, now)
  const tell = { kind: 'job-opened', to: { market: true }, urgent: true } as const
  for (const { id } of jobs) await fileNotice(ports, `announce:${now}:${id}`, id, tell)
}
