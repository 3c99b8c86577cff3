import { is, type Lexed, type Token } from '../words/lex.ts'
import { isAt, signs } from '../words/signs.ts'
import { GE } from '../words/tags.ts'
import { beginsAt, holds, wordSet } from '../words/word-set.ts'

/** 20人的饭, 10个人吃, 3人间, 2人一间: people, but none wanted. */
export const PERSON_TALK = wordSet([
  '吃 ',
  '吃,',
  '一份',
  ...'吃酒 吃席 吃喜酒 聚餐 开席 做饭 煮饭 烧饭 学生吃 工人吃 学生做 工人做 学生煮 民工吃 人做饭 人煮饭 吃的 用餐 就餐 的食堂 的婚宴 的酒席 的团 的厂 的工地 规模 的饭 间 座 份 一间 一组 一车 合租 餐 次 的菜 吃饭 的工作 位 房 沙发 桌'.split(
    ' ',
  ),
])

const SERVED = wordSet('学生 小学生 中学生 客人 游客 民工 孩子 老师'.split(' '))
const MEALS = wordSet('煮饭 做饭 烧饭 做菜 食堂 帮厨 煮菜 三餐 团餐 大锅饭 午托 托管'.split(' '))
const SERVED_FROM = 6

/** 煮饭，40个学生: those who are cooked for. */
export const isServed = (text: string, count: Token, at: number): boolean =>
  (count.numeral?.value ?? 0) >= SERVED_FROM && beginsAt(SERVED, text, at) && holds(MEALS, text)

const CARED_FOR = ['照顾', '照看', '看护', '伺候', '护理', '照料']

const DEPENDENTS = wordSet('个老人 个小孩 个孩子 个娃 个病人 个老的 个小的 个学生 位老人'.split(' '))
const GIVEN_TO = ['给我家', '给家里', '帮我家', '帮家里', '给我', '帮我', '给']

/** 照顾8个老人, 给我家两个老人煮饭: not those who work. */
export const isCaredFor = (text: string, { start, end }: Token): boolean =>
  CARED_FOR.some((word) => text.endsWith(word, start)) ||
  (beginsAt(DEPENDENTS, text, end) && GIVEN_TO.some((word) => text.endsWith(word, start)))

const FEASTS = ['五一', '六一', '七一', '八一', '十一', '三八']

/** 六一布置: the day of the children, not sixty-one people; 十一个 counts. */
export const isFeast = (text: string, { start, end }: Token): boolean =>
  end - start === 2 && FEASTS.some((feast) => text.startsWith(feast, start)) && !beginsAt(COUNTERS, text, end)
const COUNTERS = wordSet(['个', '人', '名', '位', '口'])

const OWNED = wordSet(['我有 ', '自己有 ', '有了 ', '家里有 ', '这边有 '])

/** 安全绳我有 两师傅: a thing is there, and no people. */
export const isOwned = (text: string, claim: Token | undefined): boolean => claim !== undefined && beginsAt(OWNED, text, claim.start)

const SIZES = signs('寸匹升瓦')

/** 一个55寸一个75寸: things of two sizes; `at` is the index of the number. */
export function isOfSize({ text, tokens }: Lexed, at: number): boolean {
  const [counter, size] = [tokens[at + 1], tokens[at + 2]]
  return is(counter, GE) && size?.numeral !== undefined && size.start === counter?.end && isAt(SIZES, text, size.end)
}
