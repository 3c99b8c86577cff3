import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { chatNumber } from '../core/chat-number.ts'
import { asId } from '../core/id.ts'
import type { Job } from '../core/job/job.ts'
import { retellJob } from '../core/statistics/retell-job.ts'
import { anOpenJob, aTake, at } from '../core/testing/builders.ts'
import { jobs, newJobDoc } from '../job/job.collection.ts'
import type { Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { createFolder } from './folder.ts'
import { mendCounts } from './mend-counts.ts'
import { queryMetric } from './query-metric.ts'
import { recompute } from './recompute.ts'
import { months } from './rollup.collection.ts'
import { subjects } from './subject.collection.ts'

let store: Store
const extra: Store[] = []
const fresh = (): Store => {
  const opened = openSqlite({ file: ':memory:' })
  extra.push(opened)
  return opened
}
beforeEach(() => {
  store = openSqlite({ file: ':memory:' })
})
afterEach(async () => {
  await Promise.all([store, ...extra.splice(0)].map((each) => each.close()))
})

const county = anOpenJob().county
const job: Job = anOpenJob({ poster: { kind: 'coop', company: 'c', name: '将乐县惠民合作社' }, takes: [aTake({})] })
const differences = async () => (await recompute({ store, county, fresh: fresh() })).differences.length
const mend = (from: Store = store) => mendCounts({ store: from, county, fresh: fresh() })

async function employersOf() {
  const range = { from: Temporal.PlainDate.from('2026-01-01'), to: Temporal.PlainDate.from('2027-01-01') }
  const question = { county, metric: 'employers_active', breakdown: 'employer', bucket: 'year', ...range } as const
  const told = await queryMetric(store, question, { now: at('2026-12-20T10:00:00+08:00'), maySeeSmall: true })
  return told.ok ? told.value.rows.map(({ group, value }) => [group, value]) : told.refusal
}

describe('counts that are mended', () => {
  it('are those of the documents, and mended again nothing changes', async () => {
    await store.insert(jobs, newJobDoc(job, 'mended'))
    expect(await differences()).toBeGreaterThan(20)
    const { found, ...mended } = await mend()
    expect(found.differences.length).toBeGreaterThan(20)
    expect([mended.months > 5, mended.subjects]).toEqual([true, 2])
    expect(await differences()).toBe(0)
    expect(await mend()).toMatchObject({ months: 0, subjects: 0 })
    expect(await employersOf()).toEqual([
      ['household', 0],
      ['company', 0],
      ['coop', 1],
    ])
  })

  it('let go what no document tells of, and count what comes next once', async () => {
    await createFolder(store)(retellJob({ ...job, id: asId<'job'>('nobody-knows-it'), employer: asId<'person'>('another') }))
    await store.insert(jobs, newJobDoc(job, 'mended'))
    await mend()
    expect(await differences()).toBe(0)
    /** Told again, and another job of the same employer on the same day. */
    const second: Job = { ...job, id: asId<'job'>('second'), number: chatNumber(7777), takes: [] }
    await store.insert(jobs, newJobDoc(second, 'second'))
    await createFolder(store)(retellJob(second))
    expect(await differences()).toBe(0)
    expect(await employersOf()).toContainEqual(['coop', 1])
  })

  it.each([0, 1, 5])('are whole after a run that died at its write number %i', async (dies) => {
    await store.insert(jobs, newJobDoc(job, 'mended'))
    let writes = 0
    const dying: Store = {
      ...store,
      insert(into, doc) {
        writes += 1
        return writes > dies ? Promise.reject(new Error('died')) : store.insert(into, doc)
      },
    }
    await expect(mend(dying)).rejects.toThrow('died')
    await mend()
    expect(await differences()).toBe(0)
  })

  it('are not written over what a server writes meanwhile', async () => {
    await store.insert(jobs, newJobDoc(job, 'mended'))
    await mend()
    const [month] = (await store.find(months, { index: 'newest', county, limit: 1 })).docs
    if (month === undefined) throw new Error('there is a month')
    await store.replace(months, { ...month, version: month.version + 1, cells: [] }, month.version)
    const racing: Store = {
      ...store,
      async replace(into, doc, version) {
        if (doc.id === month.id) await store.replace(months, { ...month, version: version + 1, cells: [] }, version)
        return store.replace(into, doc, version)
      },
    }
    await expect(mend(racing)).rejects.toThrow('stop every server')
  })

  it('wait for events that are on their way', async () => {
    const doc = newJobDoc(job, 'mended')
    const [published] = retellJob(job)
    if (published === undefined) throw new Error('a job was published')
    await store.insert(jobs, { ...doc, outbox: [published], outboxSince: published.at })
    expect(await mend()).toMatchObject({ found: { untold: 1 }, months: 0, subjects: 0 })
    expect((await store.find(months, { index: 'newest', county, limit: 1 })).docs).toEqual([])
    expect(await store.get(subjects, county, `real:employer:${job.employer}`)).toBeUndefined()
  })
})
