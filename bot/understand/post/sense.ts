import type { Intent } from '../intent.ts'
import { beginsNumeralAt } from '../numbers/number-signs.ts'
import type { FindingKind } from '../understanding.ts'
import { AGAINST_WORDS, type Against } from '../words/against-words.ts'
import { ASKS } from '../words/ask-words.ts'
import { POST_WORDS_BY_TEXT } from '../words/kinds.ts'
import { PAID } from '../words/money-words.ts'
import { hasSign, isAt, signs } from '../words/signs.ts'
import { createTrie, longestAt } from '../words/trie.ts'
import { beginsAt, holds, wordSet } from '../words/word-set.ts'
import type { JobReading } from './draft.ts'
import { seeksWork } from './seeks.ts'

const TRIE = createTrie(AGAINST_WORDS.flatMap(([against, texts]) => texts.split(' ').map((text) => [text, against] as const)))

export interface PostSense {
  readonly points: number
  /** People are counted and a trade or a wish for them stands by. */
  readonly asks: boolean
  readonly against: ReadonlySet<Against>
}

const NOTHING_AGAINST: ReadonlySet<Against> = new Set()

/** Every reason that the words of a line give against its being a post. */
function againstOf(text: string, first: JobReading): Set<Against> {
  const found = new Set<Against>(text.startsWith('专业') ? ['advert'] : [])
  let at = 0
  while (at < text.length) {
    const hit = longestAt(TRIE, text, at)
    if (hit !== undefined && hit.word !== 'harmless') found.add(hit.word)
    at = hit?.end ?? at + 1
  }
  if (seeksWork(text, first.trades)) found.add('seeks')
  if (tellsOfThePast(text)) found.add('told')
  if (isCost(text, first)) found.add('costs')
  return found
}

const PAST = wordSet('昨天 昨日 昨晚 昨夜 前天 前晚 去年 前年 上次 上回 上个月 上周 上礼拜'.split(' '))
const TO_COME = wordSet('今 明 后天 下周 下礼拜 下个 还要 还差 还缺 再来 再要 再招 接着 继续 号 周 礼拜 招 请 缺'.split(' '))

/** 昨天万安浇水泥路 五个人分了一千一: begun with what was, and nothing of what will be. */
const tellsOfThePast = (text: string): boolean => beginsAt(PAST, text, 0) && !holds(TO_COME, text.slice(2))

/** 我去, 我们在: the speaker tells of what he does himself. */
const OF_ME = wordSet('我去 我在 我们在 我们去 我想 我会 我能 我也 我今 我明 我昨 我爸 我妈 我老公 我老婆'.split(' '))

const LIMITS_AFTER = signs('以之左内到-~至上下')
const LIMITS_BEFORE = signs('-~到至—')
const OF_ONESELF = wordSet(['男', '女', '今年', '本人', '我'])

/** 搬运工 男 38岁: a worker tells his own age; an age with 以下 or 到 limits those who are sought. */
function tellsOwnAge(text: string): boolean {
  for (let at = text.indexOf('岁'); at > 1; at = text.indexOf('岁', at + 1)) {
    const age = Number(text.slice(at - 2, at))
    const limits = isAt(LIMITS_AFTER, text, at + 1) || isAt(LIMITS_BEFORE, text, at - 3)
    if (age >= 16 && age <= 68 && !limits && holds(OF_ONESELF, text.slice(Math.max(0, at - 6), at - 2))) return true
  }
  return false
}

const STRONG = signs('招聘急雇募缺差')
const WISHES = '要 找 请 需 来 求 叫 用工 寻 有冇 有没有 征'.split(' ')

/** How much a word of wanting makes a post of what follows; 来 alone says little, 大概 nothing. */
function wishOf(text: string): number {
  if (hasSign(STRONG, text)) return 1.5
  if (text === '来') return 0.5
  return WISHES.some((wish) => text.startsWith(wish)) ? 1 : 0
}

/** By the number of a word; 要个 and its like want one at once. */
const WANTS = new Float32Array(POST_WORDS_BY_TEXT.size + 1)
for (const [text, word] of POST_WORDS_BY_TEXT) {
  if (word.tags.has('one-wanted')) WANTS[word.number] = 1.5
  else if (word.tags.has('want')) WANTS[word.number] = wishOf(text)
}

function wants(text: string, reading: JobReading): number {
  let points = 0
  for (const token of reading.tokens) points = Math.max(points, WANTS[token.number] ?? 0)
  return points >= 1 || !holds(ASKS, text) ? points : 1
}

/** What the jobs of a line say, in points. */
interface Points {
  people: number
  pay: number
  trade: number
  time: number
  place: number
  rest: number
  isSeveral: boolean
  hasCerts: boolean
}

const POINTS = { people: 2, pay: 2, time: 1, place: 0.75, rest: 0.75 } as const

/** The weight of a trade in points: an exact task or craft, then a place or a kind of worker, then a lone verb. */
const tradePoints = (weight: number): number => (weight >= 3 ? 2 : weight >= 1.5 ? 1.5 : weight >= 1 ? 1 : 0)

const finds = (job: JobReading, kind: FindingKind): boolean => job.findings.some((one) => one.kind === kind)

/** Without a trade and a wish for people a price for some people is one for work only where work is spoken of. */
const WORKED = wordSet(
  '人分 平分 包干 包饭 管饭 现结 当天结 结清 一趟 一车 一窑 一晚 通宵 夜班 白班 上门 一天 每天 /天 一工 点工 日结 小时 半天 干活 帮忙 帮下忙 做事 上班 开工 工资 工钱 包工'.split(
    ' ',
  ),
)

/** 缺人 打138…: who calls learns the rest. */
const CALLS = 1.5

function addJob(points: Points, job: JobReading): void {
  const { headcount, pay, start, end, certs, perks, phone, insurance } = job.draft
  if (headcount !== null || finds(job, 'ambiguous-headcount')) points.people = POINTS.people
  if (pay !== null || finds(job, 'ambiguous-pay')) points.pay = POINTS.pay
  if (start !== null || end !== null || finds(job, 'past-time')) points.time = POINTS.time
  if (job.namesPlace) points.place = POINTS.place
  if (certs.length + perks.length > 0 || phone !== null || insurance !== null) points.rest = POINTS.rest
  for (const hit of job.trades) points.trade = Math.max(points.trade, tradePoints(hit.weight))
  if ((headcount ?? 0) >= 2) points.isSeveral = true
  if (certs.length > 0) points.hasCerts = true
}

/** Whether so much is said that the rest counts: somebody is wanted for something, or paid for it. */
function isCore(text: string, { people, pay, trade, time, place, isSeveral }: Points, want: number): boolean {
  if (people > 0 && pay > 0 && (time + place > 0 || holds(WORKED, text))) return true
  if (trade + want > 0 && (people > 0 ? trade > 0 || pay > 0 || isSeveral : pay > 0 || (trade >= 1.5 && want >= 1))) return true
  return trade >= 2 && time > 0 && (place > 0 || want > 0) && !holds(OF_ME, text)
}

const COSTS = signs('要收')

/** 请个木工要350, 找护工一天要200: what stands behind 要 is what it costs. */
function isCost(text: string, { payAt, draft }: JobReading): boolean {
  if (draft.pay === null || (draft.headcount ?? 1) > 1) return false
  if (isAt(COSTS, text, payAt - 1)) return true
  for (let at = payAt; at < payAt + COST_WITHIN; at += 1) if (isAt(COSTS, text, at) && beginsNumeralAt(text, at + 1)) return true
  return false
}

const COST_WITHIN = 4

/** Trades whose fruits are sold by the piece, as their work is paid. */
const SOLD: ReadonlySet<string> = new Set('采摘 疏果 农活 厨工'.split(' '))

/** 鱼塘捞鱼 一斤8块: a price by the piece and nobody wanted for it may as well be what something is sold for. */
const isSale = ({ people }: Points, want: number, first: JobReading): boolean =>
  people === 0 && want === 0 && first.draft.pay?.unit === 'piece' && (first.draft.trade === null || SOLD.has(first.draft.trade))

const FLOORS = ['以上', '以上的', '往上']

/** A worker speaks: he names the least he works for, or how old he is. */
const isSeeker = (text: string, { people, hasCerts }: Points, want: number): boolean =>
  people === 0 && ((!hasCerts && FLOORS.some((word) => text.endsWith(word))) || (want === 0 && tellsOwnAge(text)))

/** What a line has of a post. With fewer points than `least` nobody asks what speaks against it, and nothing is looked for. */
export function sense(text: string, jobs: readonly JobReading[], least = 0): PostSense {
  const first = jobs[0]
  if (first === undefined) return { points: 0, asks: false, against: NOTHING_AGAINST }
  const said: Points = { people: 0, pay: 0, trade: 0, time: 0, place: 0, rest: 0, isSeveral: false, hasCerts: false }
  for (const job of jobs) addJob(said, job)
  if (said.pay === 0 && holds(PAID, text)) said.pay = 1
  const want = wants(text, first)
  const calls = want >= 1.5 && said.trade === 0 && first.draft.phone !== null
  if (calls) said.rest = CALLS
  const { people, pay, trade, time, place, rest } = said
  const isPost = calls || isCore(text, said, want)
  const points = isPost ? people + pay + trade + want + time + place + rest - (isSale(said, want, first) ? 1 : 0) : 0
  const asks = people > 0 && trade + want > 0
  if (points < least) return { points, asks, against: NOTHING_AGAINST }
  const against = againstOf(text, first)
  if (isSeeker(text, said, want)) against.add('seeker')
  if (points < POST_POINTS) against.delete('told')
  if (people + pay === 0 && against.has('news')) against.add('talk')
  return { points, asks, against }
}

const NEVER = Number.POSITIVE_INFINITY

/**
 * What a line is of which some words speak against its being a post, and how many points of a post outweigh them: where people are asked
 * for, and where not. The first row that is not outweighed decides.
 */
const OUTWEIGHED: readonly (readonly [against: Against, otherwise: Intent, whereAsked: number, elsewhere: number])[] = [
  ['spam', 'spam', NEVER, NEVER],
  ['lure', 'spam', 5, 5.5],
  ['leisure', 'none', 8, NEVER],
  ['invites', 'none', NEVER, NEVER],
  ['told', 'none', NEVER, NEVER],
  ['costs', 'none', NEVER, NEVER],
  ['seeks', 'seek_job', NEVER, NEVER],
  ['goods', 'none', 5.5, 7],
  ['cancelled', 'cancel_job', 8, 8],
  ['closing', 'none', 7, 7],
  ['thanks', 'none', 4.5, NEVER],
  ['seeker', 'seek_job', 6.5, NEVER],
  ['advert', 'none', 4.5, 5.5],
  ['deal', 'none', 4.5, 7],
  ['outage', 'none', 5.5, 5],
  ['shop', 'none', 4, 4],
  ['talk', 'none', 5, 6],
  ['news', 'none', 3.5, 3.5],
  ['price', 'none', 0, NEVER],
]

/** What the line is when it is no post, or undefined when it is one. */
export function notPost({ against, points, asks }: PostSense): Intent | undefined {
  if (against.size === 0) return undefined
  return OUTWEIGHED.find(([kind, , whereAsked, elsewhere]) => against.has(kind) && points < (asks ? whereAsked : elsewhere))?.[1]
}

export const POST_POINTS = 3
export const SURE_POST_POINTS = 5
