import { chatNumber } from '../chat-number.ts'
import { asId } from '../id.ts'
import { type Job, NEW_JOB, type Terms } from '../job/job.ts'
import { fen } from '../money.ts'
import type { LicenceRule } from '../person/licence-rule.ts'
import { NEW_TAKE, type Take } from '../take/take.ts'

/** Monday morning in the county. */
export const NOW = Temporal.Instant.from('2026-11-23T07:30:00+08:00')
export const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)

export const CAI = asId<'person'>('cai')
export const LIAO = asId<'person'>('liao')
export const CHEN = asId<'person'>('chen')

export function someTerms(about: Partial<Terms> = {}): Terms {
  return {
    trade: '搬运',
    riskClass: 3,
    content: '搬办公桌',
    seats: 3,
    pay: { amountFen: fen(10_000), unit: 'job' },
    payPerTakeFen: fen(10_000),
    startsAt: at('2026-11-23T09:00:00+08:00'),
    endsAt: at('2026-11-23T17:00:00+08:00'),
    days: 1,
    township: '古镛镇',
    place: '县政府对面',
    licences: [],
    perks: [],
    ...about,
  }
}

export function aJob({ terms, ...about }: Partial<Omit<Job, 'terms'>> & { terms?: Partial<Terms> } = {}): Job {
  return {
    id: asId<'job'>('job-1'),
    number: chatNumber(1024),
    county: '350428',
    demo: false,
    employer: CAI,
    terms: someTerms(terms),
    state: 'draft',
    ...NEW_JOB,
    postedAt: NOW,
    startCode: '4821',
    ...about,
  }
}

/** Welders need one from June on, without an end. */
export const aLicenceRule = (about: Partial<LicenceRule> = {}): LicenceRule => ({
  ...{ trade: '电焊', cert: '焊工证', issuer: '应急管理部门', validMonths: 72, reviewMonths: 36, mark: 'V', source: '一个规定' },
  from: Temporal.PlainDate.from('2026-06-01'),
  until: null,
  ...about,
})

/** Within half a day of the start, 30 % of a day's pay. */
export const LATE_RULE = { withinHours: 12, basisPoints: 3000 }

export const anOpenJob = (about: Parameters<typeof aJob>[0] = {}): Job => aJob({ state: 'open', publishedAt: NOW, ...about })

export function aTake(about: Partial<Take> = {}): Take {
  return {
    id: asId<'take'>('take-1'),
    worker: LIAO,
    ...NEW_TAKE,
    takenAt: NOW,
    coveredFrom: null,
    wrongCodes: 0,
    ...about,
  }
}
