import { mainTrade, namesWorker, type TradeHit } from '../post/trade.ts'
import { isAt, signs } from '../words/signs.ts'
import { fitOfTrades } from './work-model.ts'

/** A lone verb is the least that names work; a hint names none. */
const LEAST_WEIGHT = 1

/** 小工 tells nothing beside 拆墙, which is dangerous and insured as what it is. */
const GENERAL = 2
const EXACT = 3

/** A place beside 搬运工 is only where he works. */
const TOLD_LESS = 1.9

/** What a step of weight is worth beside what the other signs of the text say. */
const SAID = 3

const BREAKS = signs(' ,，。;、\n')

/** 打杂一名 会开三轮: what a worker who was named before should be able to do besides is not what he comes for. */
const isAbility = (text: string, { start }: TradeHit): boolean => text.charAt(start - 1) === '会' && isAt(BREAKS, text, start - 2)

function meantOf(text: string, said: readonly TradeHit[]): readonly TradeHit[] {
  const worker = said.find((hit) => namesWorker(hit) && !isAbility(text, hit))
  return worker === undefined ? said : said.filter((hit) => hit.start < worker.start || !isAbility(text, hit))
}

/** The trade a text is about: where it names several, the one that its other signs fit best; what names a trade exactly has the more say. */
export function settledTrade(text: string, hits: readonly TradeHit[]): TradeHit | undefined {
  const said = hits.filter(({ weight, trade }) => weight >= LEAST_WEIGHT && trade !== '')
  const meant = meantOf(text, said)
  const most = meant.reduce((best, { weight }) => Math.max(best, weight), 0)
  const named = meant.filter(({ weight }) => most - weight < TOLD_LESS && !(most >= EXACT && weight === GENERAL))
  const [first] = named
  if (first === undefined) return mainTrade(hits)
  if (named.every(({ trade }) => trade === first.trade)) return mainTrade(named)
  const fit = fitOfTrades(text)
  const worth = ({ trade, weight }: TradeHit): number => (fit.get(trade) ?? Number.NEGATIVE_INFINITY) + SAID * weight
  return named.reduce((best, hit) => (worth(hit) > worth(best) ? hit : best))
}

/** So far ahead of the next one is a guess worth showing to somebody who will say whether it is right. */
const LEAST_LEAD = 3

/** The trade that a text without a word for one fits best; undefined where two fit alike. */
export function guessedTrade(text: string): string | undefined {
  let [best, next]: [readonly [string, number], number] = [['', Number.NEGATIVE_INFINITY], Number.NEGATIVE_INFINITY]
  for (const [trade, fit] of fitOfTrades(text)) {
    if (fit > best[1]) [best, next] = [[trade, fit], best[1]]
    else next = Math.max(next, fit)
  }
  return best[1] - next >= LEAST_LEAD ? best[0] : undefined
}
