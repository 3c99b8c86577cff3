import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { chatNumber } from '@linggong/api/core/chat-number.ts'
import { asId } from '@linggong/api/core/id.ts'
import { anOpenJob } from '@linggong/api/core/testing/builders.ts'
import { jobs as collection, newJobDoc } from '@linggong/api/job/job.collection.ts'
import type { Address } from '@linggong/api/store/suite/database.ts'
import { openStore } from '@linggong/api/store/testing/open-store.ts'
import mongoose from 'mongoose'
import { type Figure, median } from './figure.ts'

const WORKERS = 1000
const SEATS = 5
const JOBS = 40
const PROCESSES = [1, 2, 4]
const REPEATS = 3
const COUNTY = '350428'
const RACER = path.join(import.meta.dirname, 'racer.ts')

interface Outcome {
  readonly won: number
  readonly wallMs: number
  readonly cpuMs: number
  readonly writes: number
}

/** Jobs to race for, in the database and in a file that every racer reads; the plain rows stand beside them. */
async function prepare([kind, where, database]: Address, folder: string): Promise<string> {
  const numbers = Array.from({ length: JOBS }, (_, index) => chatNumber(nextCounter + index))
  nextCounter += JOBS
  const store = await openStore([kind, where, database])
  for (const number of numbers) {
    const terms = { seats: SEATS }
    await store.insert(collection, newJobDoc(anOpenJob({ id: asId<'job'>(`job-${number}`), number, county: COUNTY, terms }), ''))
  }
  await store.close()
  if (kind === 'sqlite') {
    const file = new DatabaseSync(where)
    file.exec('CREATE TABLE IF NOT EXISTS plain (number TEXT PRIMARY KEY, taken INTEGER NOT NULL)')
    for (const number of numbers) file.prepare('INSERT INTO plain VALUES (?, 0)').run(number)
    file.close()
  } else {
    const connection = await mongoose.createConnection(where, { dbName: database }).asPromise()
    await connection.collection<{ _id: string; taken: number }>('plain').insertMany(numbers.map((_id) => ({ _id, taken: 0 })))
    await connection.close()
  }
  const plan = path.join(folder, `plan-${numbers[0]}.json`)
  await writeFile(plan, JSON.stringify({ county: COUNTY, seats: SEATS, jobs: numbers.map((number) => ({ number })) }))
  return plan
}
let nextCounter = 5000

async function race(how: 'ours' | 'plain', address: Address, { processes, plan }: { processes: number; plan: string }): Promise<Outcome> {
  const share = WORKERS / processes
  const racers = Array.from({ length: processes }, (_, index) => {
    const args = [RACER, how, ...address, plan, String(index * share), String((index + 1) * share)]
    return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args])
  })
  const exits = racers.map((racer) => once(racer, 'exit'))
  const lines = racers.map(({ stdout }) => createInterface({ input: stdout })[Symbol.asyncIterator]())
  await Promise.all(lines.map((line) => line.next()))
  for (const racer of racers) racer.stdin.write('go\n')
  const outcomes: Outcome[] = await Promise.all(lines.map(async (line) => JSON.parse((await line.next()).value ?? '{}')))
  await Promise.all(exits)
  return {
    won: outcomes.reduce((sum, { won }) => sum + won, 0),
    wallMs: Math.max(...outcomes.map(({ wallMs }) => wallMs)),
    cpuMs: outcomes.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    writes: outcomes.reduce((sum, { writes }) => sum + writes, 0),
  }
}

async function figures(address: Address, folder: string): Promise<readonly Figure[]> {
  const rows: Figure[] = []
  for (const processes of PROCESSES) {
    const [ours, plain]: [Outcome[], Outcome[]] = [[], []]
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      const plan = await prepare(address, folder)
      plain.push(await race('plain', address, { processes, plan }))
      ours.push(await race('ours', address, { processes, plan }))
    }
    const perSecond = (outcomes: readonly Outcome[]) => median(outcomes.map(({ wallMs }) => (WORKERS * JOBS) / (wallMs / 1000)))
    const exact = ours.every(({ won }) => won === SEATS * JOBS)
    const writes = median(ours.map(({ writes }) => writes / JOBS))
    const times = perSecond(ours) / perSecond(plain)
    const cpu = median(ours.map((outcome, index) => (plain[index]?.cpuMs ?? Number.NaN) / outcome.cpuMs))
    rows.push({
      name: `${address[0]}: ${WORKERS} workers, ${SEATS} seats, ${processes} process${processes > 1 ? 'es' : ''}`,
      figure: `${exact ? 'exactly' : 'NOT'} ${SEATS} winners, ${Math.round(perSecond(ours))} attempts/s, ${times.toFixed(1)}x the plain update (CPU ${cpu.toFixed(1)}x), ${writes.toFixed(1)} writes a job`,
    })
  }
  return rows
}

export async function run(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'linggong-bench-'))
  const rows = [...(await figures(['sqlite', path.join(folder, 'race.sqlite'), ''], folder))]
  const url = process.env['MONGODB_URL']
  if (url !== undefined) rows.push(...(await figures(['mongo', url, `bench_${crypto.randomUUID().replaceAll('-', '')}`], folder)))
  await rm(folder, { recursive: true })
  return rows
}
