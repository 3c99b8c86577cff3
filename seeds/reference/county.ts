import { fen } from '@linggong/api/core/money.ts'
import { LICENCE_RULES, SKILL_PAPERS } from './licence-rules.ts'
import { JIANGLE } from './places.ts'
import { RATING_WORDS } from './rating-words.ts'
import { townshipOf } from './township-of.ts'
import { LICENCES, TRADES } from './trades.ts'

/** 将乐县 since 2025-04-01 (Fujian, fourth class). The hourly annex of that notice was not to be had, so the hour is worked out below. */
const MINIMUM_WAGE_YUAN_PER_MONTH = 1895
const PAID_DAYS_PER_MONTH = 21.75
const HOURS_PER_DAY = 8

/** Rounded up to a whole fen: an hour at the floor must never come to less than the law's. */
const FLOOR_FEN_PER_HOUR = Math.ceil((MINIMUM_WAGE_YUAN_PER_MONTH * 100) / PAID_DAYS_PER_MONTH / HOURS_PER_DAY)

const tradeByName = new Map(TRADES.map((trade) => [trade.name, trade]))

/** What the insurers say of a trade; one we do not know counts as 其他. */
function tradeOf(name: string): { readonly riskClass: number } {
  const trade = tradeByName.get(name) ?? tradeByName.get('其他')
  if (trade === undefined) throw new Error('the trade table has no row for other trades')
  return { riskClass: trade.riskClass }
}

/** The settings of the model county. */
export const COUNTY = {
  adcode: JIANGLE.adcode,
  cityAdcode: JIANGLE.cityAdcode,
  name: JIANGLE.name,
  /** Made up: nobody is reached under this number. A county that uses this for real writes its own hall here. */
  hall: { phone: '0598-0000000', hours: '每天 7:00–18:00（演示）' },
  hotlines: { labour: '12333', government: '12345', legalAid: '12348', ambulance: '120' },
  floorFenPerHour: fen(FLOOR_FEN_PER_HOUR),
  tradeOf,
  townshipOf,
  townships: JIANGLE.townships.map(({ name }) => name),
  trades: TRADES.map(({ name }) => name),
  licenceNames: LICENCES,
  licenceRules: LICENCE_RULES,
  skillPapers: SKILL_PAPERS,
  /**
   * The law asks for care with people over the age of retirement and names no class of work; this is ours: nothing of the two highest classes
   * from 60 on, nothing heavy from 65 on, no special operations (特种作业) after retirement.
   */
  ageLimits: {
    elders: [
      { fromYears: 60, belowClass: 5 },
      { fromYears: 65, belowClass: 4 },
    ],
    specialOperations: ['焊工证', '电工证', '高压电工证', '高处作业证', '架子工证'],
  },
  /** Who is not made sure of yet may look, but not take or publish. */
  workNeedsVerified: true,
  /** Who takes a job back within half a day of its start pays each held seat 30 % of a day. Ours; between 20 and 50 % is usual. */
  lateCancel: { withinHours: 12, basisPoints: 3000 },
  cashAllowed: true,
  ratingWords: RATING_WORDS,
  headStartMinutes: 5,
  /**
   * A word that was not kept, in points of our own: two of them within a month and one of those a no-show, or pay that is a day late, and taking
   * or publishing rests for a day; three no-shows, or pay that was late twice, and the hall talks with him first. Half is forgotten each month, all after four.
   */
  penalties: {
    from: Temporal.PlainDate.from('2026-11-01'),
    points: { 'no-show': 8, 'late-hand-back': 4, 'late-cancel': 4, 'late-pay': 12 },
    halveDays: 30,
    expireDays: 120,
    consequences: [
      { points: 12, kind: 'pause', hours: 24 },
      { points: 20, kind: 'pause', hours: 72 },
      { points: 24, kind: 'hall-first' },
    ],
    appealDays: 30,
  },
  /** 配送、运输、家政等便民劳务, as far as the county's trades are of that kind. */
  platform: { name: `${JIANGLE.name}零工市场`, convenienceTrades: ['司机', '保洁', '保姆', '月嫂'] },
} as const

/** The words of the county for whoever has to understand a chat line. */
export const LEXICON = { trades: TRADES, townships: JIANGLE.townships, landmarks: JIANGLE.landmarks } as const
