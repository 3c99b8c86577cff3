import { inCounty } from '@linggong/api/core/clock.ts'
import { holdFor } from '@linggong/api/core/job/publish-job.ts'
import { agreeTerms, workDaysOf } from '@linggong/api/core/job/terms.ts'
import { LIMIT } from '@linggong/api/core/limit.ts'
import { licencesAsked } from '@linggong/api/core/person/licence-rule.ts'
import { accept, type Result } from '@linggong/api/core/result.ts'
import { isPlainWords } from '../copy/answers.ts'
import { clip } from '../copy/format.ts'
import type { DraftFacts } from '../copy/job-copy.ts'
import type { JobDraft } from '../understand/understanding.ts'
import type { PostField, PostForm } from './session.ts'
import type { County, Turn } from './turn.ts'

const PAYABLE = ['day', 'hour', 'job'] as const
type Payable = (typeof PAYABLE)[number]
const isPayable = (unit: string): unit is Payable => (PAYABLE as readonly string[]).includes(unit)
const hasClockTime = (moment: string): boolean => moment.includes('T')

const LONGEST_DAY_HOURS = 12
const SHORTEST_DAY_HOURS = 0.5
export const isWorkDay = (hours: number): boolean => hours >= SHORTEST_DAY_HOURS && hours <= LONGEST_DAY_HOURS

export const isSeats = (headcount: number): boolean => headcount >= 1 && headcount <= LIMIT.seatsPerJob

/** What is still to be asked, one thing at a time; a day without an hour is asked for the hour, pay by the piece for a sure sum. */
export function nextField({ draft, hoursPerDay }: PostForm): PostField | null {
  if (draft.trade === null) return 'trade'
  if (draft.headcount === null || !isSeats(draft.headcount)) return 'headcount'
  if (draft.pay === null || !isPayable(draft.pay.unit)) return 'pay'
  if (draft.start === null || !hasClockTime(draft.start)) return 'start'
  if (draft.pay.unit === 'hour' && hoursPerDay === null && hoursSaid(draft) === null) return 'hours'
  return draft.place === null || !isPlainWords(draft.place) ? 'place' : null
}

const HOURS_PER_DAY = 24

/** Both ends with their clock times, where both were said. */
function endsOf({ start, end }: JobDraft) {
  if (start === null || end === null || !hasClockTime(start) || !hasClockTime(end)) return undefined
  return { from: inCounty(Temporal.Instant.from(start)), until: inCounty(Temporal.Instant.from(end)) }
}

const hoursBetween = ({ from, until }: { from: Temporal.ZonedDateTime; until: Temporal.ZonedDateTime }): number =>
  from.toPlainTime().until(until.toPlainTime()).total('hours')

/** Hours of a day when both its ends were said: 早8点到下午5点半 is 9.5, 晚10点到早6点 is 8. */
function hoursSaid(draft: JobDraft): number | null {
  const ends = endsOf(draft)
  const between = ends ? hoursBetween(ends) : 0
  const hours = between < 0 ? between + HOURS_PER_DAY : between
  return isWorkDay(hours) ? hours : null
}

/** Work days from the first to the last; a night is one, though it ends on the next day. */
function daysOf(draft: JobDraft): number {
  const { start, end } = draft
  if (start === null || end === null) return 1
  const [first, last] = [Temporal.PlainDate.from(start.slice(0, 10)), Temporal.PlainDate.from(end.slice(0, 10))]
  const ends = endsOf(draft)
  const night = ends && hoursBetween(ends) < 0 ? 1 : 0
  return Math.max(first.until(last).days + 1 - night, 1)
}

/** The body that posts the job; undefined while something is missing. */
export function termsOf(form: PostForm, county: County) {
  const { trade, headcount, pay, start, place, certs, perks } = form.draft
  if (trade === null || headcount === null || pay === null || start === null || place === null || !isPayable(pay.unit)) return undefined
  return {
    trade,
    content: form.content === '' ? trade : form.content,
    seats: headcount,
    pay: { amountFen: pay.amountFen, unit: pay.unit },
    startsAt: Temporal.Instant.from(start).toString(),
    days: Math.min(daysOf(form.draft), LIMIT.daysPerJob),
    hoursPerDay: form.hoursPerDay ?? hoursSaid(form.draft),
    township: county.townshipOf(place),
    place: clip(place, LIMIT.placeCharacters),
    licences: [...certs],
    perks: [...perks],
  }
}

/** The card as the API would file it, or the reason why it would refuse: the same rule, asked before. */
export function cardOf(form: PostForm, { county, now, person }: Pick<Turn, 'county' | 'now' | 'person'>): Result<DraftFacts> | undefined {
  const terms = termsOf(form, county)
  if (!terms) return undefined
  const { riskClass } = county.tradeOf(terms.trade)
  const said = { ...terms, startsAt: Temporal.Instant.from(terms.startsAt) }
  const licences = [...new Set([...terms.licences, ...licencesAsked(county.licenceRules, terms.trade, workDaysOf(said))])]
  const offered = { ...said, riskClass, licences }
  const agreed = agreeTerms(offered, { now, floorFenPerHour: county.floorFenPerHour })
  if (!agreed.ok) return agreed
  const { payPerTakeFen } = agreed.value
  const promised = {
    postsAs: person?.postsAs ?? null,
    insured: form.draft.insurance === true,
    isCut: daysOf(form.draft) > LIMIT.daysPerJob,
  }
  return accept({ ...terms, licences, payPerTakeFen, totalFen: holdFor(agreed.value), ...promised })
}
