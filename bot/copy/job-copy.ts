import type { JobView } from '@linggong/api/contract/job.contract.ts'
import { lines, momentText, payText, yuan } from './format.ts'

/** What a job card needs; a draft that is not filed yet has no number. */
export type CardFacts = Pick<
  JobView,
  'trade' | 'content' | 'seats' | 'pay' | 'payPerTakeFen' | 'totalFen' | 'startsAt' | 'days' | 'place' | 'licences' | 'perks'
>

const daysText = (days: number): string => (days > 1 ? `，共${days}天` : '')
const perksText = (perks: readonly string[]): string | false => perks.length > 0 && perks.join(' ')
const licenceText = (licences: readonly string[]): string | false => licences.length > 0 && `要有${licences.join('、')}`

const LIST_FACTS = (job: JobView, now: Temporal.Instant): string =>
  `${job.content} ${payText(job.pay)}，还要${job.seatsLeft}人\n   ${momentText(job.startsAt, now)}${daysText(job.days)} ${job.place}`

/** The card that goes to the market group: it never holds a person's name, phone or money of theirs. */
export const marketCard = (job: JobView, now: Temporal.Instant): string =>
  lines(
    `【${job.number}】${job.content} 要${job.seatsLeft}人`,
    `${payText(job.pay)}${daysText(job.days)}`,
    momentText(job.startsAt, now),
    job.place,
    perksText(job.perks),
    licenceText(job.licences),
    job.insured && '老板买了意外险',
    `回「抢${job.number}」接活`,
  )

export const draftCard = (draft: CardFacts, now: Temporal.Instant): string =>
  lines(
    '请核对：',
    `活：${draft.content}${draft.content === draft.trade ? '' : `（${draft.trade}）`}`,
    `人数：${draft.seats}人`,
    `工钱：${payText(draft.pay)}，共放${yuan(draft.totalFen)}`,
    `时间：${momentText(draft.startsAt, now)}${daysText(draft.days)}`,
    `地点：${draft.place}`,
    draft.perks.length > 0 && `另有：${draft.perks.join(' ')}`,
    draft.licences.length > 0 && `证件：${draft.licences.join('、')}`,
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
  open: '招人中',
  filled: '人招满了',
  working: '干活中',
  done: '干完了',
  settled: '已结清',
  cancelled: '已撤',
  expired: '已过期',
} as const

export const jobDetail = (job: JobView, now: Temporal.Instant): string =>
  lines(
    `【${job.number}】${job.content}（${JOB_STATE[job.state]}）`,
    `工钱：${payText(job.pay)}${daysText(job.days)}，干完得${yuan(job.payPerTakeFen)}`,
    `时间：${momentText(job.startsAt, now)}`,
    `地点：${job.place}`,
    `雇主：${job.employerName}`,
    job.perks.length > 0 && `另有：${job.perks.join(' ')}`,
    licenceText(job.licences),
    job.insured ? '保险：老板买了意外险' : '保险：还没买',
    job.mine && `你：${OWN_STATE[job.mine.state]}`,
    job.isEmployer && job.startCode !== null && `开工码：${job.startCode}（到场再告诉工友）`,
    job.isEmployer && job.takes.length > 0 && `工友：${job.takes.map((take) => `${take.workerName}${OWN_STATE[take.state]}`).join('；')}`,
  )

export const jobList = (jobs: readonly JobView[], now: Temporal.Instant): string =>
  jobs.map((job, index) => `${index + 1}. ${job.licences.length > 0 ? '🔒' : ''}【${job.number}】${LIST_FACTS(job, now)}`).join('\n')

export const orderLine = (job: JobView, now: Temporal.Instant): string =>
  `【${job.number}】${job.content} ${momentText(job.startsAt, now)}，${job.mine ? OWN_STATE[job.mine.state] : JOB_STATE[job.state]}`

export const postedLine = (job: JobView, now: Temporal.Instant): string =>
  `【${job.number}】${job.content} ${momentText(job.startsAt, now)}，${JOB_STATE[job.state]}，${job.seats - job.seatsLeft}/${job.seats}人`
