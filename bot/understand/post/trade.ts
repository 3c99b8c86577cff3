import { pinyin } from 'pinyin-pro'
import type { Lexicon } from '../lexicon.ts'
import type { Span } from '../time/reading.ts'
import { firstWords } from '../words/first-words.ts'
import { taskWords } from '../words/task-words.ts'
import { createTrie, endAt, longestAt, type Trie } from '../words/trie.ts'
import { beginsAt, wordSet } from '../words/word-set.ts'

export interface TradeHit {
  readonly trade: string
  readonly words: string
  readonly start: number
  readonly end: number
  /** 3 says exactly what is done, 2 a kind of worker without a task, 1 a place or a lone verb. */
  readonly weight: number
  /** The word as it should have been written, when it was only heard. */
  readonly written: string | undefined
}

export interface TradeFinder {
  readonly all: (text: string) => readonly TradeHit[]
  /** For texts without a hit: the same words by sound, as 电汗工 for 电焊工. */
  readonly bySound: (text: string) => TradeHit | undefined
  readonly licence: (trade: string) => string | null
}

/** Words that name a kind of worker or a place of work: any other trade word in the line tells more. */
const GENERAL = new Set(
  '帮手 小工 普工 杂工 打杂 打杂工 打下手 帮工 临时工 临工 零工 零时工 散工 日结工 小时工 计件工 杂活 力气活 辅工 壮工 工地小工 工人 学徒工 学徒 女工 男工 勤杂 勤杂工 杂务 力工 家政 大工 手工 手工活 厂工 进厂 打零工 做小工 老师 设计 销售 客服'.split(
    ' ',
  ),
)

const PLACE_LIKE = new Set(
  '烟叶 工厂 电子厂 服装厂 鞋厂 竹筷厂 竹制品厂 仓库 快递 大棚 农场 猪场 鸡场 茶厂 砖厂 木材厂 加油站 奶茶 客房 前台 前厅 苗圃 草皮 养殖 蔬菜基地 堵了 水管 绿化带 草坪 配电箱 跟班 流水席 足浴 食用菌 月子 管道 家务 烟苗 苗木 涂料 木门 破碎 找平 隔墙 机台 菌棒 印刷 拖车 水泥车 吧台 隔断 打印 数控 车床 化粪池 货拉拉 小货车 吊车 水泥车 罐车 加油站 环卫 园林'.split(
    ' ',
  ),
)

/** A verb whose object the vocabulary does not know: 搬200箱瓷砖, 卸一车料. */
const LONE_VERBS: readonly (readonly [string, string])[] = [
  ['搬运', '搬 扛 抬'],
  ['采摘', '摘 采'],
  ['泥瓦', '砌'],
  ['电焊', '焊'],
  ['拆除', '拆'],
  ['农活', '割 锄 栽'],
  ['油漆', '刷'],
  ['普工', '挖'],
  ['保洁', '清洗 打扫'],
]

const VERB_TRAPS = [
  '刷单',
  '刷卡',
  '采购',
  '采光',
  '拆迁款',
  '搬运费',
  '采访',
  '抬头',
  '刷脸',
  '拆开',
  '采用',
  '采纳',
  '抬价',
  '割双眼皮',
  '采集',
  '挖机',
  '刷抖音',
  '刷手机',
  '刷视频',
  '采样',
  '栽在',
  '拆迁',
  '采暖',
  '刷牙',
  '刷屏',
  '挖掘',
  '挖苦',
  '割肉',
  '卸任',
  '卸载',
  '卸妆',
  '推卸',
  '拆卸',
]

/** 卸 is hardly ever anything but work: it tells more than the store or the lorry that it is done at. */
const UNLOADING = 1.8

/** The workers' own endings: 电焊工, 厨师, 保洁阿姨 name the post itself. */
const isWorkerNoun = (words: string): boolean =>
  '工师员嫂匠'.includes(words.slice(-1)) || words.endsWith('司机') || words.endsWith('阿姨') || words.endsWith('师傅')

/** A hit that names who works, not what is done. */
export const namesWorker = (hit: TradeHit): boolean => isWorkerNoun(hit.words) || GENERAL.has(hit.words) || hit.words === hit.trade

/** Who comes, and nothing of what is done. */
const ANYBODY = new Set(['女工', '男工', '工人'])

const FOOD_PLACES = new Set(['食堂', '厨房', '后厨', '早餐店', '早点店', '烧烤店', '火锅店'])

function weightOf(words: string): number {
  if (FOOD_PLACES.has(words)) return 2.5
  if (ANYBODY.has(words)) return 1
  if (GENERAL.has(words)) return 2
  if (PLACE_LIKE.has(words)) return 1.5
  return isWorkerNoun(words) ? 3.5 : 3
}

interface Named {
  readonly trade: string
  readonly weight: number
  readonly written: string | undefined
}

const named = (trade: string, weight: number): Named => ({ trade, weight, written: undefined })

function* tradeWords(lexicon: Lexicon): Generator<readonly [string, Named]> {
  for (const [words, trade, weight] of firstWords()) yield [words, named(trade, weight)]
  for (const { name, aliases } of lexicon.trades) {
    if (name !== '其他') yield [name, named(name, weightOf(name))]
    for (const alias of aliases) yield [alias, named(name, name === '其他' ? Math.min(2.2, weightOf(alias)) : weightOf(alias))]
  }
  yield ['卸', named('装卸', UNLOADING)]
  for (const [trade, verbs] of LONE_VERBS) for (const verb of verbs.split(' ')) yield [verb, named(trade, 1)]
  for (const trap of VERB_TRAPS) yield [trap, named('', 0)]
  for (const [words, trade, weight] of taskWords()) yield [words, named(trade, trade === '其他' ? 2.2 : weight)]
}

/** How a syllable sounds to an ear of the south: no tone, no zh/ch/sh, n = l, ng = n, h = f before u. */
export function southern(syllable: string): string {
  const flat =
    syllable.startsWith('zh') || syllable.startsWith('ch') || syllable.startsWith('sh')
      ? `${syllable.charAt(0)}${syllable.slice(2)}`
      : syllable
  const head = flat.startsWith('l') ? `n${flat.slice(1)}` : flat.startsWith('hu') ? `f${flat.slice(2)}` : flat
  return head.endsWith('ng') ? head.slice(0, -1) : head
}

const SOUNDS = new Map<string, string>()

function soundOf(sign: string): string {
  const known = SOUNDS.get(sign)
  if (known !== undefined) return known
  const code = sign.charCodeAt(0)
  const sound = code >= 0x4e00 && code <= 0x9fff ? southern(pinyin(sign, { toneType: 'none' })) : sign
  if (SOUNDS.size < 8000) SOUNDS.set(sign, sound)
  return sound
}

/** One sign of the private area stands for one sound, so that the tree of words also serves for sounds. */
function soundAlphabet(): (text: string) => string {
  const signs = new Map<string, number>()
  const known = new Uint16Array(65_536)
  const signOf = (unit: number): number => {
    const sound = soundOf(String.fromCharCode(unit))
    const sign = signs.get(sound) ?? 0xe000 + signs.size
    if (signs.size < 6000) signs.set(sound, sign)
    known[unit] = sign
    return sign
  }
  return (text) => {
    const units = new Array<number>(text.length)
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at)
      units[at] = known[unit] || signOf(unit)
    }
    return String.fromCharCode(...units)
  }
}

function* soundWords(lexicon: Lexicon, spell: (text: string) => string): Generator<readonly [string, Named]> {
  for (const [words, { trade, weight }] of tradeWords(lexicon)) {
    if (words.length >= 3 && weight >= 2) yield [spell(words), { trade, weight: 2, written: words }]
    else if (words === trade && words.length === 2) yield [spell(words), { trade, weight: 1, written: words }]
  }
}

const hitOf = ({ trade, weight, written }: Named, text: string, { start, end }: Span): TradeHit => ({
  trade,
  words: text.slice(start, end),
  start,
  end,
  weight,
  written,
})

const PEOPLE = wordSet('工 工人 女工 男工 师傅 员 人员 妇女'.split(' '))
const NO_WORKER = wordSet(
  '工地 工程 工厂 工作 工资 工钱 工价 工具 工序 工种 工头 工会 工期 工商 工业 工费 工完 工时 工艺 工料 工友 员工'.split(' '),
)
const EXACT = 2.5

/** 装订工, 晒籽女工: who does a task is named by it. */
function withPeople(text: string, named: Named, span: Span): { readonly named: Named; readonly end: number } {
  const end = named.weight < EXACT || beginsAt(NO_WORKER, text, span.end) ? 0 : endAt(PEOPLE, text, span.end)
  return end === 0 ? { named, end: span.end } : { named: { ...named, weight: Math.max(named.weight, WORKER_WEIGHT) }, end }
}

const WORKER_WEIGHT = 3.5

function scan(trie: Trie<Named>, text: string, written: string): readonly TradeHit[] {
  const hits: TradeHit[] = []
  let at = 0
  while (at < text.length) {
    const hit = longestAt(trie, text, at)
    const whole = hit === undefined ? undefined : withPeople(written, hit.word, { start: at, end: hit.end })
    if (whole !== undefined && whole.named.weight > 0) hits.push(hitOf(whole.named, written, { start: at, end: whole.end }))
    at = whole?.end ?? at + 1
  }
  return hits
}

/** A word that only sounds alike must at least share one character: 电汗工, not 资收 for 值守. */
const sharesSign = (hit: TradeHit): boolean => [...(hit.written ?? '')].some((sign, at) => hit.words.charAt(at) === sign)

export function createTradeFinder(lexicon: Lexicon): TradeFinder {
  const trie = createTrie(tradeWords(lexicon))
  const spell = soundAlphabet()
  const sounds = createTrie(soundWords(lexicon, spell))
  const licences = new Map(lexicon.trades.map((one) => [one.name, one.licence]))
  return {
    all: (text) => scan(trie, text, text),
    bySound: (text) => {
      const heard = scan(sounds, spell(text), text).filter((hit) => sharesSign(hit))
      return heard.find((hit) => hit.weight === 2) ?? heard[0]
    },
    licence: (trade) => licences.get(trade) ?? null,
  }
}

/** For each position the hit that covers it; hits never overlap. */
export function coverOf(hits: readonly TradeHit[], length: number): readonly (TradeHit | undefined)[] {
  const cover = new Array<TradeHit | undefined>(length).fill(undefined)
  for (const hit of hits) cover.fill(hit, hit.start, hit.end)
  return cover
}

/** The hit that tells most: an exact task or craft before 小工, those before places and lone verbs; the first of equals. */
export function mainTrade(hits: readonly TradeHit[]): TradeHit | undefined {
  let best: TradeHit | undefined
  for (const hit of hits) if (best === undefined || hit.weight > best.weight) best = hit
  return best
}
