import type { JobView, TakeView } from '@linggong/api/contract/job.contract.ts'
import { employerTypeText } from './employer-type.ts'
import { hoursText, lines, momentText, payText, short, yuan } from './format.ts'
import { employerText, insuredText, workerText } from './repute-copy.ts'

/** What a job card needs; a draft that is not filed yet has no number. */
type CardFacts = Pick<
  JobView,
  'trade' | 'content' | 'seats' | 'pay' | 'payPerTakeFen' | 'totalFen' | 'startsAt' | 'days' | 'place' | 'licences' | 'perks'
>

export interface DraftFacts extends CardFacts {
  readonly hoursPerDay: number | null
  /** The company in whose name it goes out. */
  readonly postsAs: string | null
  /** The employer said that he insures. */
  readonly insured: boolean
  /** More days were said than a job may have. */
  readonly isCut: boolean
}

const MINUTES_TOLD = 6
const CONTENT_IN_LISTS = 18
const PLACE_IN_LISTS = 15

const daysText = (days: number): string => (days > 1 ? `，共${days}天` : '')
const perksText = (perks: readonly string[]): string | false => perks.length > 0 && perks.join(' ')
const licenceText = (licences: readonly string[]): string | false => licences.length > 0 && `要有${licences.join('、')}`
const lackedText = ({ licences, lackedLicence }: JobView): string | false =>
  lackedLicence === null ? licenceText(licences) : `🔒要有${lackedLicence}，你还没有。有证回「上传${lackedLicence}」`
const title = ({ number, content }: JobView): string => `【${number}】${short(content, CONTENT_IN_LISTS)}`
const whenAndWhere = (job: JobView, now: Temporal.Instant): string =>
  `   ${momentText(job.startsAt, now)}${daysText(job.days)} ${short(job.place, PLACE_IN_LISTS)}`

/** The card that goes to the market group: it never holds a person's name, phone or money of theirs. */
export const marketCard = (job: JobView, now: Temporal.Instant): string =>
  lines(
    `【${job.number}】${job.content} 要${job.seatsLeft}人`,
    job.companyName !== null && `${employerTypeText(job.employerType)}：${job.companyName}`,
    `${payText(job.pay)}${daysText(job.days)}`,
    momentText(job.startsAt, now),
    job.place,
    perksText(job.perks),
    licenceText(job.licences),
    job.insured && '老板买了意外险',
    job.employerRepute && `老板：${employerText(job.employerRepute)}`,
    `回「抢${job.number}」接活`,
  )

export const draftCard = (draft: DraftFacts, now: Temporal.Instant): string =>
  lines(
    '请核对：',
    `活：${draft.content}${draft.content === draft.trade ? '' : `（${draft.trade}）`}`,
    `人数：${draft.seats}人`,
    `工钱：${payText(draft.pay)}，共放${yuan(draft.totalFen)}`,
    `时间：${momentText(draft.startsAt, now)}${daysText(draft.days)}${draft.hoursPerDay === null ? '' : `，一天${draft.hoursPerDay}小时`}`,
    `地点：${draft.place}`,
    draft.perks.length > 0 && `另有：${draft.perks.join(' ')}`,
    draft.licences.length > 0 && `证件：${draft.licences.join('、')}`,
    draft.postsAs !== null && `名义：${draft.postsAs}`,
    draft.insured && '保险：你来买，和工钱一起付',
  )

const OWN_STATE = {
  taken: '已接，等开工',
  started: '干活中',
  finished: '干完了，等老板确认',
  confirmed: '已确认，钱在路上',
  paid: '已到账',
  cancelled: '已退',
  missed: '没到',
} as const
const JOB_STATE = {
  draft: '草稿',
  unpaid: '等付款',
  open: '招人中',
  filled: '人招满了',
  working: '干活中',
  done: '干完了',
  settled: '已结清',
  cancelled: '已撤',
  expired: '已过期',
} as const
/** As the employer reads of his workers. */
const WORKER_STATE = { ...OWN_STATE, finished: '收工了，等你确认', confirmed: '已确认', paid: '已付', taken: '已接' } as const

/** How long somebody worked, once he has said that he is done; the few minutes of a test or a mistake are not told. */
export const workedText = (seat: TakeView | null): string =>
  seat === null || seat.workedMinutes < MINUTES_TOLD ? '' : `，干了${hoursText(seat.workedMinutes)}`

export const jobDetail = (job: JobView, now: Temporal.Instant): string =>
  lines(
    `【${job.number}】${job.content}（${JOB_STATE[job.state]}）`,
    `工钱：${payText(job.pay)}${daysText(job.days)}，干完得${yuan(job.payPerTakeFen)}`,
    `时间：${momentText(job.startsAt, now)}`,
    `地点：${job.place}`,
    job.isEmployer
      ? `人数：${job.seats - job.seatsLeft}/${job.seats}人`
      : `雇主：${job.employerName}（${employerTypeText(job.employerType)}）`,
    !job.isEmployer && job.companyName !== null && job.companyName,
    job.employerRepute && `口碑：${employerText(job.employerRepute)}`,
    job.perks.length > 0 && `另有：${job.perks.join(' ')}`,
    lackedText(job),
    `保险：${job.insured ? '老板买了意外险' : `还没买${job.employerRepute ? insuredText(job.employerRepute) : ''}`}`,
    job.mine && `你：${OWN_STATE[job.mine.state]}`,
    job.isEmployer && job.startCode !== null && `开工码：${job.startCode}（到场再告诉工友）`,
    job.isEmployer && job.takes.length > 0 && `工友：${workersText(job)}`,
    ...saidOf(job),
    nextStep(job),
  )

const RATINGS_SHOWN = 5
export const ratingText = ({ stars, text }: NonNullable<NonNullable<TakeView['rating']>['own']>): string =>
  text === '' ? `${stars}星` : `${stars}星，${text}`

/** What the other side has said, once it is shown. */
function saidOf({ isEmployer, mine, takes }: JobView): readonly string[] {
  const said = (isEmployer ? takes : mine === null ? [] : [mine]).flatMap(({ rating }) => rating?.other ?? [])
  return said.slice(0, RATINGS_SHOWN).map((other) => `${isEmployer ? '工友' : '老板'}评你：${ratingText(other)}`)
}

const WORKERS_NAMED = 10

const workerLine = ({ workerName, state, repute }: TakeView): string =>
  `${workerName}${WORKER_STATE[state]}${repute === null ? '' : `（${workerText(repute)}）`}`

/** Each by name while they are few, else how many are how far. */
function workersText({ takes }: JobView): string {
  if (takes.length <= WORKERS_NAMED) return takes.map(workerLine).join('；')
  const counted = Map.groupBy(takes, ({ state }) => state)
  return [...counted].map(([state, some]) => `${some.length}人${WORKER_STATE[state]}`).join('；')
}

/** What can be done with it now, so that nobody has to know the commands. */
function nextStep(job: JobView): string | false {
  if (job.isEmployer) return employersStep(job)
  if (job.mine?.state === 'taken') return `到了回「开工」加4位码。去不了回「退单${job.number}」。`
  if (job.mine?.state === 'started') return '干完回「收工」。'
  return job.state === 'open' && `接活回「抢${job.number}」。`
}

function employersStep({ number, state, insured, takes }: JobView): string | false {
  if (takes.some((take) => take.state === 'finished')) return `没问题就回「确认完工${number}」。`
  if (state !== 'open' && state !== 'filled') return false
  return insured ? `不招了回「撤单${number}」。` : `买保险回「买保险${number}」，不招了回「撤单${number}」。`
}

const listed = (job: JobView, now: Temporal.Instant): string =>
  `${job.lackedLicence === null ? '' : '🔒'}${title(job)} ${payText(job.pay)}，${seatsText(job)}\n${whenAndWhere(job, now)}${job.employerRepute ? `\n   老板：${employerText(job.employerRepute)}` : ''}`

function seatsText({ mine, isEmployer, seatsLeft }: JobView): string {
  if (isEmployer) return `你发的，还差${seatsLeft}人`
  return mine?.state === 'taken' ? '你已接' : `还要${seatsLeft}人`
}

export const jobList = (jobs: readonly JobView[], now: Temporal.Instant): string =>
  jobs.map((job, index) => `${index + 1}. ${listed(job, now)}`).join('\n')

export const orderLine = (job: JobView, now: Temporal.Instant): string =>
  `${title(job)} ${job.mine ? OWN_STATE[job.mine.state] : JOB_STATE[job.state]}\n${whenAndWhere(job, now)}`

export const postedLine = (job: JobView, now: Temporal.Instant): string =>
  `${title(job)} ${JOB_STATE[job.state]}，${job.seats - job.seatsLeft}/${job.seats}人\n${whenAndWhere(job, now)}`

/** One of several that could be meant. */
export const choice = (job: JobView, place: number, now: Temporal.Instant): string =>
  `${place}. ${title(job)} ${momentText(job.startsAt, now)}`
