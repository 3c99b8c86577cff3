import type { Finding, FindingKind } from '../understanding.ts'
import { isAt, isAtOrEdge, signs } from '../words/signs.ts'
import { createTrie, longestAt } from '../words/trie.ts'
import { holds, wordSet } from '../words/word-set.ts'

/** Words that the law or the county forbids in a post, or that a person must look at. */
const WORDS: readonly (readonly [FindingKind | 'harmless', string])[] = [
  [
    'pay-negotiable',
    '面议 面谈 面商 电议 看着给 看活给 看情况给 价格可谈 工资可谈 价钱可谈 工资好说 价格好说 工钱好说 价格私聊 工资私聊 私聊价 待遇从优 价格从优 工资从优 随便给 亏不了你 不会亏待 另议 待议 价格电联 工资电联 详谈 好商量 看手艺定 随行就市 价格商量',
  ],
  [
    'sex-limit',
    '限男 限女 只限男 只限女 只要男 只要女 仅限男 仅限女 要男的 要女的 男的优先 女的优先 不要女 不要男 男性优先 女性优先 男优先 女优先 限男性 限女性 只招男 只招女 要男工 要女工 女工优先 男工优先 女士优先 男士优先 要女生 要男生 不招女 不招男 女的不要 男的不要 女性为主 女的为主 男的为主',
  ],
  [
    'age-limit',
    '岁以下 岁以上 岁以内 周岁以下 周岁以内 岁之间 岁左右 周岁之间 以下岁 岁以上不要 年龄不超过 年龄在 年龄要求 年龄限 不超岁 年龄18 年龄20 年龄25 年龄30 要年轻 年轻的 年轻人 年纪大的不要 老人不要 年纪轻',
  ],
  ['deposit', '押金 保证金 定金 抵押'],
  ['fee', '服装费 体检费 介绍费 中介费 报名费 培训费 建档费 手续费 工装费 会员费 先交钱 先交费 交钱 办卡费 资料费'],
  [
    'fraud',
    '刷单 加v看片 看片 高薪保录 保录 日入过千 日赚 网赚 点赞赚钱 打字员日结 躺赚 轻松月入 包赚 稳赚 博彩 套现 跑分 轻松日入 日入 淘宝兼职 抖音点赞 游戏代练兼职 办信用卡 走私 代收款 出租银行卡 裸聊 招嫖',
  ],
  [
    'harmless',
    '不收押金 无押金 不交押金 不要押金 无中介费 不收中介费 没有中介费 免中介费 不收任何费用 不收费 无任何费用 年龄不限 男女不限 男女均可 男女都可 男女都行 男女皆可 不限男女 不限年龄 免押金 没押金 押金退 不用押金 不收介绍费 不收服装费 不用交钱 报销体检费 体检费报销 包体检费 免费培训 无需押金 不需押金 不收报名费',
  ],
]

function* words(): Generator<readonly [string, FindingKind | 'harmless']> {
  for (const [kind, texts] of WORDS) for (const text of texts.split(' ')) yield [text, kind]
}

const TRIE = createTrie(words())

/** Behind 岁 these say that the age is a limit, or that of somebody to look after. */
const OTHER_AGES = wordSet(['以上', '以下不', '孩', '娃'])

const AGE_DIGITS = signs('0123456789十一二三四五六七八九')

/** The age named before 岁, when it is under sixteen: 15岁也要. */
function underAge(text: string): Finding | undefined {
  for (let at = text.indexOf('岁'); at > 0; at = text.indexOf('岁', at + 1)) {
    let start = at
    while (at - start < 2 && isAt(AGE_DIGITS, text, start - 1)) start -= 1
    const age = ageOf(text.slice(start, at))
    if (age !== undefined && age >= 8 && age < 16 && !holds(OTHER_AGES, text.slice(at, at + 7)))
      return { kind: 'under-age', words: text.slice(start, Math.min(text.length, at + 4)) }
  }
  return namedChild(text)
}

const CHILDREN = ['未成年', '童工', '初中生', '小学生', '未满16', '暑假工不限年龄']
const CHILDREN_WANTED = wordSet(CHILDREN.flatMap((child) => [`${child}也`, `要${child}`, `${child}可`]))

/** 童工也要: a child in so many words. */
function namedChild(text: string): Finding | undefined {
  if (!holds(CHILDREN_WANTED, text)) return undefined
  const child = CHILDREN.find((word) => text.includes(`${word}也`) || text.includes(`要${word}`) || text.includes(`${word}可`))
  return child === undefined ? undefined : { kind: 'under-age', words: child }
}

const CHINESE_TEENS = ['十', '十一', '十二', '十三', '十四', '十五', '十六', '十七', '十八', '十九']

function ageOf(digits: string): number | undefined {
  const teen = CHINESE_TEENS.indexOf(digits)
  if (teen >= 0) return 10 + teen
  return digits !== '' && [...digits].every((sign) => sign >= '0' && sign <= '9') ? Number(digits) : undefined
}

const BREAKS = signs(' ,。;、/\n')
const SEXES = signs('男女')

/** 45以下 and 男 alone are said without 岁: 男 45以下. */
function addBareLimits(text: string, found: Finding[]): void {
  for (let at = text.indexOf('以下'); at > 1; at = text.indexOf('以下', at + 1)) {
    const age = Number(text.slice(at - 2, at))
    if (Number.isInteger(age) && age >= 18 && age <= 70) found.push({ kind: 'age-limit', words: text.slice(at - 2, at + 2) })
  }
  for (let at = 0; at < text.length; at += 1) {
    if (!isAt(SEXES, text, at) || !isAtOrEdge(BREAKS, text, at - 1)) continue
    const end = text.charAt(at + 1) === '的' ? at + 2 : at + 1
    if (isAtOrEdge(BREAKS, text, end)) found.push({ kind: 'sex-limit', words: text.slice(at, end) })
  }
}

/** Everything in the words that the law forbids or a person must decide. */
export function readFindings(text: string): readonly Finding[] {
  const found: Finding[] = []
  let at = 0
  while (at < text.length) {
    const hit = longestAt(TRIE, text, at)
    if (hit !== undefined && hit.word !== 'harmless') found.push({ kind: hit.word, words: text.slice(at, hit.end) })
    at = hit?.end ?? at + 1
  }
  addBareLimits(text, found)
  const child = underAge(text)
  if (child !== undefined) found.push(child)
  return found
}
