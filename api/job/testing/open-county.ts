import { asId } from '../../core/id.ts'
import type { Job } from '../../core/job/job.ts'
import { anOpenJob } from '../../core/testing/builders.ts'
import { createEditor } from '../../store/editor.ts'
import type { Store } from '../../store/port.ts'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import { countingStore } from '../../store/testing/counting-store.ts'
import { createJobDesk } from '../edit-job.ts'
import { jobs, newJobDoc } from '../job.collection.ts'

const county = '350428'

/** One process at a database: the store counts what it is asked, memory never grows old. */
function aProcess(database: Store) {
  const store = countingStore(database)
  const editor = createEditor({ store, monotonicMs: () => 0 })
  return { store, editor, county, desk: createJobDesk({ store, editor, county }) }
}

/** A county in memory, with a second process at the same database. */
export function openCounty() {
  const database = openSqlite({ file: ':memory:' })
  const here = aProcess(database)
  return {
    ...here,
    elsewhere: aProcess(database),
    /** Puts a job straight into the database, as if it had been posted. */
    async file(job: Job = anOpenJob()): Promise<Job> {
      await database.insert(jobs, newJobDoc(job, 'digest'))
      here.store.reset()
      return job
    },
    stored: (id = 'job-1') => database.get(jobs, county, id),
  }
}

export const aCall = (key: string, digest = 'asked') => ({ key, digest })
export const workerId = (n: number) => asId<'person'>(`worker-${n}`)
