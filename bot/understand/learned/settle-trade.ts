import { mainTrade, namesWorker, type TradeHit } from '../post/trade.ts'
import { isAt, signs } from '../words/signs.ts'
import { fitOfTrades } from './work-model.ts'

/** A lone verb is the least that names work; a hint names none. */
const LEAST_WEIGHT = 1

/** 小工 tells nothing beside 拆墙, which is dangerous and insured as what it is. */
const DANGEROUS: ReadonlySet<string> = new Set(['拆除', '电焊', '水电', '防水'])
const GENERAL = 2
const EXACT = 3
const OTHER = '其他'

/** A place beside 搬运工 is only where he works. */
const TOLD_LESS = 1.9

/** What a step of weight is worth beside what the other signs of the text say. */
const SAID = 3

const BREAKS = signs(' ,，。;、\n')

/** 打杂一名 会开三轮: what a worker who was named before should be able to do besides is not what he comes for. */
const isAbility = (text: string, { start }: TradeHit): boolean => text.charAt(start - 1) === '会' && isAt(BREAKS, text, start - 2)

const ENOUGH = ['太多', '够了', '够多', '找好了', '招到了']

/** 采茶工太多: of those there are enough. */
const isEnough = (text: string, { end }: TradeHit): boolean => ENOUGH.some((word) => text.startsWith(word, end))

function meantOf(text: string, all: readonly TradeHit[]): readonly TradeHit[] {
  const wanted = all.filter((hit) => !isEnough(text, hit))
  const said = wanted.length > 0 ? wanted : all
  const worker = said.find((hit) => namesWorker(hit) && !isAbility(text, hit))
  return worker === undefined ? said : said.filter((hit) => hit.start < worker.start || !isAbility(text, hit))
}

const SEEKS = [
  '要人',
  '找人',
  '请人',
  '来人',
  '缺人',
  '要个',
  '找个',
  '请个',
  '招个',
  '来个',
  '找',
  '招',
  '请',
  '招聘',
  '急招',
  '要会',
  '找会',
  '请会',
]
const SOUGHT = 2

/** 采茶工太多 要人煮大锅饭: what stands right behind the wish is what is sought. */
const isSought = (text: string, { start }: TradeHit): boolean => SEEKS.some((word) => text.endsWith(word, start))

/** The trade a text is about: where it names several, the one that its other signs fit best; what names a trade exactly has the more say. */
export function settledTrade(text: string, hits: readonly TradeHit[]): TradeHit | undefined {
  const said = hits.filter(({ weight, trade }) => weight >= LEAST_WEIGHT && trade !== '')
  const meant = meantOf(text, said)
  const isDangerous = meant.some(({ weight, trade }) => weight >= EXACT && DANGEROUS.has(trade))
  const most = meant.reduce((best, { weight }) => Math.max(best, weight), 0)
  const named = meant.filter(
    ({ weight, trade }) =>
      most - weight < TOLD_LESS && !(isDangerous && weight === GENERAL) && !(most >= EXACT && weight < EXACT && trade === OTHER),
  )
  const [first] = named
  if (first === undefined) return mainTrade(hits)
  if (named.every(({ trade }) => trade === first.trade)) return mainTrade(named)
  const fit = fitOfTrades(text)
  const worth = (hit: TradeHit): number =>
    (fit.get(hit.trade) ?? Number.NEGATIVE_INFINITY) + SAID * (hit.weight + (isSought(text, hit) ? SOUGHT : 0))
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
