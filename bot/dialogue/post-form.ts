import { inCounty } from '@linggong/api/core/clock.ts'
import { holdFor } from '@linggong/api/core/job/publish-job.ts'
import { agreeTerms } from '@linggong/api/core/job/terms.ts'
import { LIMIT } from '@linggong/api/core/limit.ts'
import { accept, type Result } from '@linggong/api/core/result.ts'
import type { CardFacts } from '../copy/job-copy.ts'
import type { FindingKind, JobDraft, Understanding } from '../understand/understanding.ts'
import type { PostField, PostForm } from './session.ts'
import type { County } from './turn.ts'

/** What the law forbids to publish at all; the rest is left out of the card with a word about it. */
const FORBIDDEN = ['deposit', 'fee', 'fraud', 'under-age'] as const satisfies readonly FindingKind[]
const NOTED = ['sex-limit', 'age-limit', 'pay-negotiable'] as const satisfies readonly FindingKind[]

export const forbidden = (form: PostForm) => FORBIDDEN.find((kind) => form.findings.includes(kind))
export const noted = (form: PostForm) => NOTED.filter((kind) => form.findings.includes(kind))

/** A form for the first job of a line; the others wait in it. undefined when the line holds none. */
export function newPostForm({ jobs: [first, ...rest], findings, explain }: Understanding): PostForm | undefined {
  if (!first) return undefined
  const said = explain.find(({ slot }) => slot === 'trade' || slot === 'jobs[0].trade')?.words
  return {
    kind: 'post',
    draft: first,
    content: rest.length === 0 && said !== undefined ? said.slice(0, LIMIT.contentCharacters) : (first.trade ?? ''),
    hoursPerDay: null,
    findings: findings.map(({ kind }) => kind),
    asking: null,
    misses: 0,
    rest,
  }
}

const PAYABLE = ['day', 'hour', 'job'] as const
type Payable = (typeof PAYABLE)[number]
const isPayable = (unit: string): unit is Payable => (PAYABLE as readonly string[]).includes(unit)
const hasClockTime = (moment: string): boolean => moment.includes('T')

/** What is still to be asked, one thing at a time; a day without an hour is asked for the hour, pay by the piece for a sure sum. */
export function nextField({ draft, hoursPerDay }: PostForm): PostField | null {
  if (draft.trade === null) return 'trade'
  if (draft.headcount === null) return 'headcount'
  if (draft.pay === null || !isPayable(draft.pay.unit)) return 'pay'
  if (draft.start === null || !hasClockTime(draft.start)) return 'start'
  if (draft.pay.unit === 'hour' && hoursPerDay === null && hoursSaid(draft) === null) return 'hours'
  return draft.place === null ? 'place' : null
}

/** Hours of a day when both its ends were said: 早8点到下午5点半 is 9.5. */
function hoursSaid({ start, end }: JobDraft): number | null {
  if (start === null || end === null || !hasClockTime(start) || !hasClockTime(end)) return null
  const [from, until] = [Temporal.Instant.from(start), Temporal.Instant.from(end)].map((at) => inCounty(at).toPlainTime())
  const hours = from && until ? from.until(until).total('hours') : 0
  return hours > 0 && hours <= 12 ? hours : null
}

function daysOf({ start, end }: JobDraft): number {
  if (start === null || end === null) return 1
  const [first, last] = [start, end].map((moment) => Temporal.PlainDate.from(moment.slice(0, 10)))
  const days = first && last ? first.until(last).days + 1 : 1
  return Math.min(Math.max(days, 1), LIMIT.daysPerJob)
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
    days: daysOf(form.draft),
    hoursPerDay: form.hoursPerDay ?? hoursSaid(form.draft),
    township: county.townshipOf(place),
    place: place.slice(0, LIMIT.placeCharacters),
    licences: [...certs],
    perks: [...perks],
  }
}

/** The card as the API would file it, or the reason why it would refuse: the same rule, asked before. */
export function cardOf(form: PostForm, county: County, now: Temporal.Instant): Result<CardFacts> | undefined {
  const terms = termsOf(form, county)
  if (!terms) return undefined
  const { riskClass, licence } = county.tradeOf(terms.trade)
  const licences = [...new Set([...terms.licences, ...(licence === null ? [] : [licence])])]
  const offered = { ...terms, riskClass, licences, startsAt: Temporal.Instant.from(terms.startsAt) }
  const agreed = agreeTerms(offered, { now, floorFenPerHour: county.floorFenPerHour })
  if (!agreed.ok) return agreed
  const { payPerTakeFen } = agreed.value
  return accept({ ...terms, licences, payPerTakeFen, totalFen: holdFor(agreed.value) })
}
