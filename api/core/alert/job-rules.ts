import { countyDay } from '../clock.ts'
import type { Job } from '../job/job.ts'
import { coversWork } from '../policy/policy.ts'
import { HIGH_RISK_CLASS } from '../statistics/catalogue.ts'
import type { Finding } from './alert.ts'

/** What is about a job, on the day on which its work begins. */
function aboutJob({ number, demo, terms }: Job) {
  const day = countyDay(terms.startsAt)
  return {
    ...{ township: terms.township, subject: number, demo, mutedBy: null },
    ...{ from: day.toString(), to: day.add({ days: 1 }).toString() },
  }
}

/** Dangerous work that somebody has begun without cover. */
export function uninsuredStarts(job: Job): readonly Finding[] {
  if (job.terms.riskClass < HIGH_RISK_CLASS) return []
  const uninsured = job.takes.filter((take) => take.startedAt !== null && !coversWork(job, take, take.startedAt)).length
  return uninsured === 0 ? [] : [{ ...aboutJob(job), rule: 'high-risk-uninsured', numbers: { uninsured }, people: uninsured }]
}
