import { describe, expect, it } from '@jest/globals'
import { chatNumber } from '../core/chat-number.ts'
import { asId } from '../core/id.ts'
import { expiresAt } from '../core/job/expire-job.ts'
import type { Job } from '../core/job/job.ts'
import { LIMIT } from '../core/limit.ts'
import { aJob, anOpenJob } from '../core/testing/builders.ts'
import { expireDrafts } from './expire-drafts.ts'
import { openCounty } from './testing/open-county.ts'

const due = expiresAt(aJob())
const jobAt = (n: number) => ({ id: asId<'job'>(`job-${n}`), number: chatNumber(1000 + n) })

async function withJobs(...jobs: readonly Job[]) {
  const county = openCounty()
  for (const job of jobs) await county.file(job)
  const at = (now: Temporal.Instant) => expireDrafts({ ...county, clock: { now: () => now } })
  return { ...county, at }
}

describe('a draft that nobody published', () => {
  it('ends two hours after it should have begun, without a word', async () => {
    const { at, stored } = await withJobs(aJob())
    expect(await at(due.subtract({ milliseconds: 1 }))).toBe(0)
    expect(await stored()).toMatchObject({ state: 'draft', version: 1 })
    expect(await at(due)).toBe(1)
    expect(await stored()).toMatchObject({ state: 'expired', version: 2, outbox: [], outboxSince: null })
    expect(await at(due)).toBe(0)
  })

  it('is the only kind of job that ends so', async () => {
    const open = anOpenJob(jobAt(1))
    const later = aJob({ ...jobAt(2), terms: { startsAt: due } })
    const { at, store } = await withJobs(open, later)
    expect(await at(due)).toBe(0)
    expect(store.counts().writes).toBe(0)
  })

  it('is one of a page at a time', async () => {
    const { at } = await withJobs(...Array.from({ length: LIMIT.pageSize + 1 }, (_, n) => aJob(jobAt(n))))
    expect([await at(due), await at(due), await at(due)]).toEqual([LIMIT.pageSize, 1, 0])
  })
})
