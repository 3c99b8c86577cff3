import { describe, expect, it } from '@jest/globals'
import { chatNumber } from '../core/chat-number.ts'
import { asId } from '../core/id.ts'
import { LIMIT } from '../core/limit.ts'
import { aJob, anOpenJob, CAI, NOW } from '../core/testing/builders.ts'
import { refusalOf } from '../core/testing/outcome.ts'
import { createPublishJob } from './publish-job.ts'
import { aCall, openCounty } from './testing/open-county.ts'

/** Nobody has a credit line. */
const HOW = { pay: { online: true, cash: true }, lend: async () => false, whyNotFor: async () => undefined }
const jobAt = (n: number) => ({ id: asId<'job'>(`job-${n}`), number: chatNumber(2000 + n) })

/** An employer with so many open jobs and so many drafts, numbered from 0 and from 100. */
async function anOffice({ open, drafts }: { open: number; drafts: number }) {
  const county = openCounty()
  for (let n = 0; n < open; n += 1) await county.file(anOpenJob(jobAt(n)))
  for (let n = 100; n < 100 + drafts; n += 1) await county.file(aJob(jobAt(n)))
  const [here, there] = [createPublishJob({ ...county, ...HOW }), createPublishJob({ ...county.elsewhere, ...HOW })]
  const publish = (n: number, { at = here, now = NOW } = {}) =>
    at({ employer: CAI, payBy: 'online', number: jobAt(n).number, call: aCall(`m${n}`), now })
  return { ...county, publish, there }
}

const LAST = LIMIT.openJobsPerEmployer - 1

describe('publishing', () => {
  it('stops at the limit of open jobs', async () => {
    const { publish, stored } = await anOffice({ open: LAST, drafts: 2 })
    expect([await publish(100), await publish(101)].map(refusalOf)).toEqual([undefined, 'too-many-open-jobs'])
    expect([await stored('job-100'), await stored('job-101')]).toMatchObject([{ state: 'unpaid' }, { state: 'draft' }])
  })

  it('stops there also when all drafts are published in one breath', async () => {
    const { publish } = await anOffice({ open: LAST - 1, drafts: 10 })
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => publish(100 + n)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2)
  })

  it('said again is answered the same, whatever is open since', async () => {
    const { publish, there } = await anOffice({ open: LAST, drafts: 1 })
    const first = await publish(100)
    expect([await publish(100), await publish(100, { at: there })]).toEqual([first, first])
    expect(refusalOf(first)).toBeUndefined()
  })

  it('counts only what the employer has open', async () => {
    const { publish, file } = await anOffice({ open: 0, drafts: 1 })
    for (let n = 0; n < LIMIT.openJobsPerEmployer; n += 1) await file(anOpenJob({ ...jobAt(n), state: n % 2 ? 'filled' : 'cancelled' }))
    for (let n = 200; n < 200 + LIMIT.openJobsPerEmployer; n += 1)
      await file(anOpenJob({ ...jobAt(n), employer: asId<'person'>('another') }))
    expect(refusalOf(await publish(100))).toBeUndefined()
  })
})
