import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { BrokenPromise } from '../core/assert.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { collection } from './collection.ts'
import { createEditor } from './editor.ts'
import { StoreUnavailable } from './port.ts'
import { openSqlite } from './sqlite/open-sqlite.ts'
import { countingStore } from './testing/counting-store.ts'

const schema = z.strictObject({
  id: z.string(),
  county: z.string(),
  version: z.int(),
  seats: z.int(),
  takers: z.array(z.string()),
  code: z.string().nullable(),
})
type Job = z.infer<typeof schema>
const jobs = collection({ name: 'job', schema, unique: { code: ['code'] } })

const ref = { county: '350428', id: 'j1' }
const aJob = (change: Partial<Job> = {}): Job => ({ ...ref, version: 1, seats: 5, takers: [], code: null, ...change })

const take =
  (worker: string) =>
  (job: Job): Result<Job> => {
    if (job.takers.length >= job.seats) return refuse('job-full')
    return accept({ ...job, takers: [...job.takers, worker] })
  }
const leave =
  (worker: string) =>
  (job: Job): Result<Job> =>
    accept({ ...job, takers: job.takers.filter((taker) => taker !== worker) })

/** Two processes at one database: each with its memory, and a clock that stands still until it is told. */
function twoProcesses() {
  const clock = { ms: 0 }
  const database = openSqlite({ file: ':memory:' })
  const process = () => {
    const store = countingStore(database)
    return { store, editor: createEditor({ store, monotonicMs: () => clock.ms }) }
  }
  return { clock, here: process(), there: process() }
}

const workers = (count: number) => Array.from({ length: count }, (_, n) => `w${n}`)
const won = (results: readonly Result<Job>[]) => results.filter((result) => result.ok).length

describe('the editor', () => {
  it('lets a thousand workers at five seats cost five writes and no read', async () => {
    const { here } = twoProcesses()
    await here.editor.insert(jobs, aJob())
    here.store.reset()
    const results = await Promise.all(workers(1000).map((worker) => here.editor.edit(jobs, ref, take(worker), { refuseFromMemory: true })))
    expect(won(results)).toBe(5)
    expect(results.slice(0, 5).every((result) => result.ok)).toBe(true)
    expect(here.store.counts()).toEqual({ reads: 0, writes: 5 })
  })

  it('lets two processes race for five seats with five takes', async () => {
    const { here, there } = twoProcesses()
    await here.editor.insert(jobs, aJob())
    const race = workers(400).map((worker, n) => (n % 2 ? here : there).editor.edit(jobs, ref, take(worker), { refuseFromMemory: true }))
    expect(won(await Promise.all(race))).toBe(5)
    const writes = here.store.counts().writes + there.store.counts().writes
    expect(writes).toBeLessThanOrEqual(1 + 5 * 2)
    expect((await here.store.get(jobs, ref.county, ref.id))?.version).toBe(6)
  })

  it('counts versions up and answers with what is stored', async () => {
    const { here } = twoProcesses()
    await here.editor.insert(jobs, aJob())
    const result = await here.editor.edit(jobs, ref, take('li'))
    expect(result).toEqual(accept(aJob({ version: 2, takers: ['li'] })))
    expect(await here.store.get(jobs, ref.county, ref.id)).toEqual(aJob({ version: 2, takers: ['li'] }))
  })

  it('writes nothing when the decision returns the same document', async () => {
    const { here } = twoProcesses()
    await here.editor.insert(jobs, aJob())
    here.store.reset()
    expect(await here.editor.edit(jobs, ref, accept)).toEqual(accept(aJob()))
    expect(here.store.counts()).toEqual({ reads: 1, writes: 0 })
  })

  it.each([
    [{}, 'not-found'],
    [{ missing: 'job-not-found' }, 'job-not-found'],
  ] as const)('refuses a missing document: %j', async (options, refusal) => {
    const { here } = twoProcesses()
    expect(await here.editor.edit(jobs, ref, take('li'), options)).toEqual(refuse(refusal))
  })

  it('confirms a no by a read, because another process may have freed a seat', async () => {
    const { here, there } = twoProcesses()
    await here.editor.insert(jobs, aJob({ seats: 1, takers: ['li'] }))
    await there.editor.edit(jobs, ref, leave('li'))
    expect((await here.editor.edit(jobs, ref, take('wu'))).ok).toBe(true)
  })

  it('lets a no from memory stand when told to, but for a second only', async () => {
    const { clock, here, there } = twoProcesses()
    await here.editor.insert(jobs, aJob({ seats: 1, takers: ['li'] }))
    await there.editor.edit(jobs, ref, leave('li'))
    expect(await here.editor.edit(jobs, ref, take('wu'), { refuseFromMemory: true })).toEqual(refuse('job-full'))
    clock.ms += 1001
    expect((await here.editor.edit(jobs, ref, take('wu'), { refuseFromMemory: true })).ok).toBe(true)
  })

  it('knows at once of a seat freed in its own process', async () => {
    const { here } = twoProcesses()
    await here.editor.insert(jobs, aJob({ seats: 1, takers: ['li'] }))
    const [full, , free] = await Promise.all([
      here.editor.edit(jobs, ref, take('wu'), { refuseFromMemory: true }),
      here.editor.edit(jobs, ref, leave('li')),
      here.editor.edit(jobs, ref, take('wu'), { refuseFromMemory: true }),
    ])
    expect([full.ok, free.ok]).toEqual([false, true])
  })

  it('never lets a yes from memory pass without the conditional write', async () => {
    const { here, there } = twoProcesses()
    await here.editor.insert(jobs, aJob({ seats: 1 }))
    expect((await there.editor.edit(jobs, ref, take('li'))).ok).toBe(true)
    expect(await here.editor.edit(jobs, ref, take('wu'), { refuseFromMemory: true })).toEqual(refuse('job-full'))
  })

  it('gives up with try-again when somebody is always faster', async () => {
    const { here } = twoProcesses()
    await here.editor.insert(jobs, aJob())
    const store = { ...here.store, replace: () => Promise.resolve({ ok: false, reason: 'stale' } as const) }
    const editor = createEditor({ store, monotonicMs: () => 0 })
    expect(await editor.edit(jobs, ref, take('li'))).toEqual(refuse('try-again'))
  })

  it('turns a duplicate key into the refusal it was given, or into a bug', async () => {
    const { here } = twoProcesses()
    await here.editor.insert(jobs, aJob({ id: 'j0', code: '4821' }))
    await here.editor.insert(jobs, aJob())
    const decide = (job: Job) => accept({ ...job, code: '4821' })
    expect(await here.editor.edit(jobs, ref, decide, { duplicate: 'key-reused' })).toEqual(refuse('key-reused'))
    await expect(here.editor.edit(jobs, ref, decide)).rejects.toThrow(BrokenPromise)
  })

  it.each(['id', 'county', 'version'] as const)('throws when a decision changes the %s', async (field) => {
    const { here } = twoProcesses()
    await here.editor.insert(jobs, aJob())
    const decide = (job: Job) => accept({ ...job, [field]: field === 'version' ? 9 : 'other' })
    await expect(here.editor.edit(jobs, ref, decide)).rejects.toThrow(BrokenPromise)
    expect((await here.editor.edit(jobs, ref, take('li'))).ok).toBe(true)
  })

  it('lets the next edit through when one hangs or throws', async () => {
    const { here } = twoProcesses()
    await here.editor.insert(jobs, aJob())
    let hanging = 1
    const get: typeof here.store.get = (...of) => (hanging-- > 0 ? new Promise(() => {}) : here.store.get(...of))
    const editor = createEditor({ store: { ...here.store, get }, monotonicMs: () => 0, limits: { holdMs: 5 } })
    const hangs = editor.edit(jobs, ref, take('li'))
    const throws = editor.edit(jobs, ref, () => {
      throw new Error('bug')
    })
    const takes = editor.edit(jobs, ref, take('wu'))
    await expect(hangs).rejects.toThrow(StoreUnavailable)
    await expect(throws).rejects.toThrow('bug')
    expect((await takes).ok).toBe(true)
  })

  it('reads again after a write whose outcome is unknown', async () => {
    const { here } = twoProcesses()
    await here.editor.insert(jobs, aJob())
    let lost = 1
    const replace: typeof here.store.replace = async (...of) => {
      const answer = await here.store.replace(...of)
      if (lost-- > 0) throw new StoreUnavailable('the answer was lost')
      return answer
    }
    const editor = createEditor({ store: { ...here.store, replace }, monotonicMs: () => 0 })
    await expect(editor.edit(jobs, ref, take('li'))).rejects.toThrow(StoreUnavailable)
    const result = await editor.edit(jobs, ref, take('wu'))
    expect(result).toEqual(accept(aJob({ version: 3, takers: ['li', 'wu'] })))
  })

  it('tells of each write once, after it, and of nothing else', async () => {
    const { here } = twoProcesses()
    const told: (readonly [string, number])[] = []
    const editor = createEditor({ store: here.store, monotonicMs: () => 0, onWritten: (of, doc) => told.push([of.name, doc.version]) })
    await editor.insert(jobs, aJob({ seats: 1 }))
    await editor.insert(jobs, aJob())
    await editor.edit(jobs, ref, take('li'))
    await editor.edit(jobs, ref, take('wu'))
    await editor.edit(jobs, ref, accept)
    expect(told).toEqual([
      ['job', 1],
      ['job', 2],
    ])
  })

  it('remembers a bounded number of documents', async () => {
    const { here } = twoProcesses()
    const ids = Array.from({ length: 600 }, (_, n) => `many${n}`)
    await Promise.all(ids.map((id) => here.editor.insert(jobs, aJob({ id, seats: 0 }))))
    here.store.reset()
    for (const id of ids) await here.editor.edit(jobs, { ...ref, id }, take('li'), { refuseFromMemory: true })
    expect(here.store.counts().reads).toBeGreaterThanOrEqual(100)
  })
})
