import { countyDay } from '../clock.ts'
import { openDues } from '../job/dues.ts'
import type { Job } from '../job/job.ts'
import type { Finding } from './alert.ts'

/** As the ageing of arrears has it: the eighth day after that on which it fell due. */
const OLD_DAYS = 8
const MANY_WORKERS = 10
const LEAST_PAYOUTS = 10
const CONCENTRATED = 0.5
const WEEK_DAYS = 7

/** The township of all of them; '' where they lie in several. */
function townshipOf(jobs: readonly Job[]): string {
  const [first = '', ...others] = new Set(jobs.map(({ terms }) => terms.township))
  return others.length === 0 ? first : ''
}

const isDemo = (jobs: readonly Job[]): boolean => jobs.some(({ demo }) => demo)

interface Owed {
  readonly day: Temporal.PlainDate
  readonly amountFen: number
  readonly worker: string
}

const owedOn = (jobs: readonly Job[]): readonly Owed[] =>
  jobs.flatMap(openDues).map(({ since, amountFen, worker }) => ({ day: countyDay(since), amountFen, worker }))

const oldestOf = (owed: readonly Owed[]): Temporal.PlainDate | undefined => owed.map(({ day }) => day).sort(Temporal.PlainDate.compare)[0]

const sumsOf = (owed: readonly Owed[]) => ({
  owedFen: owed.reduce((sum, { amountFen }) => sum + amountFen, 0),
  workers: new Set(owed.map(({ worker }) => worker)).size,
})

/** What an employer has owed for more than a week, at the end of a day; `jobs` are all on which he owes. */
export function oldArrears(employer: string, jobs: readonly Job[], day: Temporal.PlainDate): readonly Finding[] {
  const old = owedOn(jobs).filter((owed) => owed.day.until(day).days >= OLD_DAYS)
  const since = oldestOf(old)
  if (since === undefined) return []
  const numbers = sumsOf(old)
  const where = { township: townshipOf(jobs), subject: employer, demo: isDemo(jobs), mutedBy: null }
  const period = { from: since.toString(), to: since.add({ days: OLD_DAYS + 1 }).toString() }
  return [{ ...where, ...period, rule: 'arrears-over-week', numbers, people: numbers.workers }]
}

/** An employer who owes many people at once. */
export function arrearsOfMany(employer: string, jobs: readonly Job[]): readonly Finding[] {
  const owed = owedOn(jobs)
  const since = oldestOf(owed)
  const numbers = sumsOf(owed)
  if (since === undefined || numbers.workers < MANY_WORKERS) return []
  const where = { township: townshipOf(jobs), subject: employer, demo: isDemo(jobs), mutedBy: null }
  const period = { from: since.toString(), to: since.add({ days: 1 }).toString() }
  return [{ ...where, ...period, rule: 'arrears-of-many', numbers, people: numbers.workers }]
}

interface PaidOut {
  readonly worker: string
  readonly amountFen: number
  readonly demo: boolean
}

/** Somebody to whom most of a week's payouts went; a week ends on Sunday. */
export function concentratedPayouts(paid: readonly PaidOut[], day: Temporal.PlainDate): readonly Finding[] {
  if (day.dayOfWeek !== WEEK_DAYS || paid.length < LEAST_PAYOUTS) return []
  const all = paid.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const period = { from: day.subtract({ days: WEEK_DAYS - 1 }).toString(), to: day.add({ days: 1 }).toString() }
  return [...Map.groupBy(paid, ({ worker }) => worker)].flatMap(([worker, his]): Finding[] => {
    const amountFen = his.reduce((sum, payout) => sum + payout.amountFen, 0)
    const share = amountFen / all
    if (share < CONCENTRATED) return []
    const where = { township: '', subject: worker, demo: his.some(({ demo }) => demo), mutedBy: null }
    return [{ ...where, ...period, rule: 'payouts-concentrated', numbers: { share, amountFen, payouts: paid.length }, people: 1 }]
  })
}
