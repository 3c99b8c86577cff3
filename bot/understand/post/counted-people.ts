import { is, type Lexed } from '../words/lex.ts'
import { GE, PERSON } from '../words/tags.ts'
import { beginsAt, wordSet } from '../words/word-set.ts'

/** 两个月嫂, 3个月薪3200: no months. */
const NO_MONTHS = wordSet(['个月嫂', '个月薪', '个月结', '个小时工', '个钟点工'])

/** 还有三个位子: so many may still come; 两各人 is 个 as it was heard. */
const SEATS = wordSet(['个位子', '个位置', '个名额', '个空位', '个缺', '各人'])

/** How surely the words that begin at `at` make people of the number before them, whatever else they look like; undefined when they do not. */
export function countsPeople(text: string, at: number): number | undefined {
  if (beginsAt(NO_MONTHS, text, at)) return 5
  return beginsAt(SEATS, text, at) ? 3 : undefined
}

/** 临时加3个人: so many more are wanted. */
export const adds = ({ text, tokens }: Lexed, at: number): boolean =>
  text.endsWith('加', tokens[at]?.start) && (is(tokens[at + 1], PERSON) || is(tokens[at + 1], GE))
