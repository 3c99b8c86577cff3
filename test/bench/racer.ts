import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { asId } from '@linggong/api/core/id.ts'
import { takeJob } from '@linggong/api/core/take/take-job.ts'
import { createJobDesk } from '@linggong/api/job/edit-job.ts'
import { createEditor } from '@linggong/api/store/editor.ts'
import { countingStore } from '@linggong/api/store/testing/counting-store.ts'
import { openStore } from '@linggong/api/store/testing/open-store.ts'
import mongoose from 'mongoose'

/**
 * One process of a race. Told HOW KIND WHERE DATABASE PLAN FIRST LAST: the workers FIRST to LAST grab each job of the plan, all at once,
 * either through the gate and the store (`ours`) or with one plain conditional update an attempt (`plain`). Prints what came of it.
 */
const [how, kind, where = '', database = '', plan = '', first = '0', last = '0'] = process.argv.slice(2)
const { county, jobs, seats } = JSON.parse(readFileSync(plan, 'utf8'))
const workers = Array.from({ length: Number(last) - Number(first) }, (_, index) => Number(first) + index)
const BIRTH_DAY = Temporal.PlainDate.from('1980-01-01')
const NOW = Temporal.Instant.from('2026-11-23T07:30:00+08:00')

async function ours() {
  const store = countingStore(await openStore([kind === 'mongo' ? 'mongo' : 'sqlite', where, database]))
  const editor = createEditor({ store, monotonicMs: () => performance.now() })
  const desk = createJobDesk({ store, editor, county })
  const grab = async (number: string, worker: number) => {
    const take = { take: asId<'take'>(`${number}-${worker}`), worker: asId<'person'>(`worker-${worker}`), now: NOW, licences: [], busy: [] }
    return (
      await desk.editByNumber(number, (job) => takeJob(job, { ...take, birthDay: BIRTH_DAY }), {
        crowded: true,
      })
    ).ok
  }
  return {
    grab: (job: { number: string }, worker: number) => grab(job.number, worker),
    close: () => store.close(),
    writes: () => store.counts().writes,
  }
}

async function plainSqlite() {
  const file = new DatabaseSync(where)
  file.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000')
  const update = file.prepare('UPDATE plain SET taken = taken + 1 WHERE number = ? AND taken < ?')
  return {
    grab: async ({ number }: { number: string }) => update.run(number, seats).changes === 1,
    close: async () => file.close(),
    writes: () => 0,
  }
}

async function plainMongo() {
  const connection = await mongoose.createConnection(where, { dbName: database }).asPromise()
  const plain = connection.collection<{ _id: string; taken: number }>('plain', { writeConcern: { w: 'majority', j: true } })
  const grab = async ({ number }: { number: string }) =>
    (await plain.findOneAndUpdate({ _id: number, taken: { $lt: seats } }, { $inc: { taken: 1 } })) !== null
  return { grab, close: () => connection.close(), writes: () => 0 }
}

const racer = how === 'ours' ? await ours() : kind === 'mongo' ? await plainMongo() : await plainSqlite()
process.stdout.write('ready\n')
await new Promise((resolve) => process.stdin.once('data', resolve))
const before = process.cpuUsage()
const begun = performance.now()
let won = 0
for (const job of jobs) won += (await Promise.all(workers.map((worker) => racer.grab(job, worker)))).filter(Boolean).length
const wallMs = performance.now() - begun
const { user, system } = process.cpuUsage(before)
process.stdout.write(`${JSON.stringify({ won, wallMs, cpuMs: (user + system) / 1000, writes: racer.writes() })}\n`)
await racer.close()
process.exit(0)
