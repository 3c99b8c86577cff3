import type { Finding } from '../core/alert/alert.ts'
import { uninsuredStarts } from '../core/alert/job-rules.ts'
import type { DomainEvent } from '../core/event.ts'
import type { JobDesk } from '../job/edit-job.ts'
import { type FileAlertPorts, fileAlert } from './file-alert.ts'

interface WatchParts extends FileAlertPorts {
  readonly desk: Pick<JobDesk, 'byId'>
}

/** The rules that are looked at with the event itself. */
export function createAlertSubscriber(parts: WatchParts) {
  async function find(event: DomainEvent<'takeStarted'>): Promise<readonly Finding[]> {
    const job = await parts.desk.byId(event.facts.job)
    return job === undefined ? [] : uninsuredStarts(job)
  }
  return {
    name: 'alerts',
    on: ['takeStarted'] as const,
    async run(event: DomainEvent<'takeStarted'>): Promise<void> {
      for (const finding of await find(event)) await fileAlert(parts, finding)
    },
  }
}
