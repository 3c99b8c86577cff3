import { beginsNumeralAt } from '../numbers/number-signs.ts'
import type { Span } from '../time/reading.ts'
import { type Condition, conditionWords, GIVERS_BEFORE, GIVERS_BEHIND, mealsInRow } from '../words/condition-words.ts'
import { isAt, isAtOrEdge, signs, signsOf } from '../words/signs.ts'
import { createTrie, endAt, type Hit, longestAt } from '../words/trie.ts'
import { wordSet } from '../words/word-set.ts'

type Slot = 'certs' | 'perks' | 'insurance'

export interface Conditions {
  readonly certs: readonly string[]
  readonly perks: readonly string[]
  readonly insurance: boolean | null
  readonly spans: readonly Span[]
  readonly said: readonly { readonly slot: Slot; readonly span: Span }[]
}

const TRIE = createTrie(conditionWords())

const ROW = createTrie(mealsInRow())
const BEFORE = wordSet(GIVERS_BEFORE)
const AFTER = wordSet(GIVERS_BEHIND)

/** What begins a condition or a row of meals. */
const STARTS = signsOf([TRIE, ROW, BEFORE].flatMap(({ roots }) => Array.from(roots.keys()).filter((letter) => roots[letter] !== 0)))

const LATIN = signs('0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')

/** c1 inside abc12 is no licence. */
const standsInWord = (text: string, start: number, end: number): boolean =>
  (isAt(LATIN, text, start) && isAt(LATIN, text, start - 1)) || (isAt(LATIN, text, end - 1) && isAt(LATIN, text, end))

const DENIALS = '不 没 无 不要 不用 没有 不需 无需 不需要 不用有 不一定要 不要求'.split(' ')
const DENIAL_ENDS = signs('不没无要用有需求')

const isDenied = (text: string, start: number): boolean =>
  isAt(DENIAL_ENDS, text, start - 1) && DENIALS.some((word) => text.endsWith(word, start))

/** Which licence a work needs, the first that is spoken of. */
const CERTS_BY_WORK: readonly (readonly [string, readonly string[]])[] = [
  ['挖机证', ['挖机', '挖掘机', '勾机', '钩机']],
  ['叉车证', ['叉车']],
  ['架子工证', ['架子工', '搭架']],
  ['救生员证', ['救生']],
  ['高压电工证', ['高压']],
]

const HIGH_WORKS = ['高空', '外墙', '登高']

/** 有操作证 names the licence of the machine or the trade that is spoken of. */
function specialCert(text: string, licence: string | null): string | null {
  const named = CERTS_BY_WORK.find(([, words]) => words.some((word) => text.includes(word)))
  if (named !== undefined) return named[0]
  if (licence === null && HIGH_WORKS.some((word) => text.includes(word))) return '高处作业证'
  if (text.includes('月嫂')) return '月嫂证'
  return licence === '健康证' ? null : licence
}

const BEHIND = 10
const CLAUSE_ENDS = signs(' ,。;\n')
const NOT_GIVEN = signs('自不没无')
const GIVEN = signs('买上交缴办出包齐全')

/** Who buys the insurance, behind the word: 保险公司已经给买, 保险自己负责. Undefined where nothing is said. */
function boughtBehind(text: string, from: number): Hit<boolean> | undefined {
  let bought = 0
  for (let at = from; at < Math.min(text.length, from + BEHIND) && !isAt(CLAUSE_ENDS, text, at); at += 1) {
    if (isAt(NOT_GIVEN, text, at) || text.startsWith('个人', at)) return { word: false, end: at + 1 }
    if (isAt(GIVEN, text, at) || text.startsWith('负责', at) || text.startsWith('统一', at)) bought = at + 1
  }
  return bought === 0 ? undefined : { word: true, end: bought }
}

const BETWEEN_MEALS = signs('同和跟与、,加带')

/** Nobody gives more meals than a day has; a longer row is none. */
const MOST_MEALS = 8

/** At least two meals in a row from `at` on, with the small words between them. */
function mealsAt(text: string, from: number): Hit<readonly string[]> | undefined {
  const values: string[] = []
  let count = 0
  let end = from
  for (let hit = longestAt(ROW, text, from); hit !== undefined && count < MOST_MEALS; count += 1) {
    for (const value of hit.word) if (!values.includes(value)) values.push(value)
    end = hit.end
    hit = longestAt(ROW, text, isAt(BETWEEN_MEALS, text, end) ? end + 1 : end)
  }
  return count >= 2 && values.length > 0 ? { word: values, end } : undefined
}

/** 包点心同昼饭, 早饭中饭都在我家吃: meals in a row, given by what stands before or behind them. */
function rowAt(text: string, at: number): Hit<readonly string[]> | undefined {
  const giver = endAt(BEFORE, text, at)
  const row = mealsAt(text, giver || at)
  if (row === undefined || giver > 0) return row
  const given = endAt(AFTER, text, row.end)
  return given === 0 ? undefined : { word: row.word, end: given }
}

const MEAL_SIGNS = signs('餐饭宵顿')
/** 一天200两餐. */
const SUM_ENDS = signs('0123456789元块天')

/** A clause ends, or another thing that is given begins: 两餐一包烟. */
const endsThere = (text: string, at: number): boolean =>
  isAtOrEdge(CLAUSE_ENDS, text, at) || longestAt(TRIE, text, at)?.word.kind === 'perk'

/** 大巴接送 中餐 6点发车: a meal that is all of its clause is given; 早餐 alone may as well be what a shop sells. */
function loneMealAt(text: string, at: number): Hit<readonly string[]> | undefined {
  const isBehindSum = isAt(SUM_ENDS, text, at - 1)
  if (!isAtOrEdge(CLAUSE_ENDS, text, at - 1) && !(isBehindSum && text.charAt(at) !== '一')) return undefined
  const meal = mealsAt(text, at) ?? longestAt(ROW, text, at)
  return meal !== undefined && !meal.word.includes('包早餐') && isAt(MEAL_SIGNS, text, meal.end - 1) && endsThere(text, meal.end)
    ? meal
    : undefined
}

/** The longest condition that begins at `at`, a row of meals if that is longer. */
function conditionAt(text: string, at: number): Hit<Condition> | undefined {
  const hit = longestAt(TRIE, text, at)
  const row = rowAt(text, at) ?? loneMealAt(text, at)
  if (row !== undefined && row.end > (hit?.end ?? 0)) return { word: { kind: 'perk', values: row.word }, end: row.end }
  if (hit?.word.kind !== 'insurance-word') return hit
  const bought = boughtBehind(text, hit.end)
  if (bought !== undefined) return { word: { kind: 'insurance', value: bought.word }, end: bought.end }
  return { word: hit.word.alone ? { kind: 'insurance', value: true } : { kind: 'nothing' }, end: hit.end }
}

interface Reading {
  readonly text: string
  readonly licence: string | null
  readonly certs: string[]
  readonly perks: string[]
  insurance: boolean | null
  /** Undefined until a licence without a name is asked for: the whole text says which one it is. */
  special: string | null | undefined
}

/** 电工证高压的: which of the two is said apart from its name. */
const isHigh = (text: string): boolean => text.includes('高压') && !text.includes('低压')

function addCert(reading: Reading, said: string | undefined): Slot | undefined {
  const named = said === '电工证' && isHigh(reading.text) ? '高压电工证' : said
  if (named === undefined && reading.special === undefined) reading.special = specialCert(reading.text, reading.licence)
  const cert = named ?? reading.special ?? null
  if (cert === null || reading.certs.includes(cert)) return undefined
  reading.certs.push(cert)
  return 'certs'
}

const UNWANTED = ['不要', '别', '勿', '免', '就算了', '不用来', '不考虑', '绕道', '先去办', '先办', '去办']
const STAY_AWAY = ['不要来', '别来', '勿来', '勿扰', '不要报', '别报', '不收', '不招']
const UNWANTED_WITHIN = 7

/** 没有架子工证的就不要打电话了: who has none is not wanted, so it is asked for. */
const isUnwantedWithout = (text: string, end: number): boolean =>
  STAY_AWAY.some((word) => text.startsWith(word, end)) ||
  (text.charAt(end) === '的' && UNWANTED.some((word) => text.slice(end, end + UNWANTED_WITHIN).includes(word)))

/** The licence whose name ends where 没有健康证 ends; undefined where none is named. */
function certIn(text: string, from: number, end: number): string | undefined {
  for (let at = from + 1; at < end; at += 1) {
    const hit = longestAt(TRIE, text, at)
    if (hit?.word.kind === 'cert' && hit.end === end) return hit.word.value
  }
  return undefined
}

/** 健康证没有也行. */
const WAIVED = ['没有也行', '没有也可以', '没有也要', '没有也没事', '没有没关系', '可有可无', '无所谓', '不要求']

/** Takes up what a word at `at` says; the slot it speaks for, if any. */
function apply(reading: Reading, condition: Condition, { start: at, end }: Span): Slot | undefined {
  if (condition.kind === 'nothing' && isUnwantedWithout(reading.text, end)) return addCert(reading, certIn(reading.text, at, end))
  if (condition.kind === 'nothing' || condition.kind === 'insurance-word') return undefined
  const denied =
    (isDenied(reading.text, at) && !isUnwantedWithout(reading.text, end)) || WAIVED.some((words) => reading.text.startsWith(words, end))
  if (condition.kind === 'insurance') {
    reading.insurance ??= condition.value && !denied
    return 'insurance'
  }
  if (denied) return undefined
  if (condition.kind !== 'perk') return addCert(reading, condition.kind === 'cert' ? condition.value : undefined)
  for (const value of condition.values) if (!reading.perks.includes(value)) reading.perks.push(value)
  return 'perks'
}

const NOTHING: Conditions = { certs: [], perks: [], insurance: null, spans: [], said: [] }

interface Found {
  readonly at: number
  readonly hit: Hit<Condition>
}

/** The next words about conditions from `from` on, or undefined. */
function nextFrom(text: string, from: number): Found | undefined {
  for (let at = from; at < text.length; at += 1) {
    const hit = isAt(STARTS, text, at) ? conditionAt(text, at) : undefined
    if (hit !== undefined && !standsInWord(text, at, hit.end)) return { at, hit }
  }
  return undefined
}

const MEASURES = ['一餐', '一顿']

/** 中午一餐150: what a meal's work is paid, and no meal that is given. */
const isPriced = (text: string, { end }: Span): boolean => beginsNumeralAt(text, end) && MEASURES.some((words) => text.endsWith(words, end))

export function readConditions(text: string, licence: string | null): Conditions {
  let next = nextFrom(text, 0)
  if (next === undefined) return NOTHING
  const reading: Reading = { text, licence, certs: [], perks: [], insurance: null, special: undefined }
  const spans: Span[] = []
  const said: { slot: Slot; span: Span }[] = []
  for (; next !== undefined; next = nextFrom(text, next.hit.end)) {
    const span = { start: next.at, end: next.hit.end }
    const slot = isPriced(text, span) ? undefined : apply(reading, next.hit.word, span)
    if (slot !== undefined) said.push({ slot, span })
    spans.push(span)
  }
  const { certs, perks, insurance } = reading
  return { certs, perks, insurance, spans, said }
}
