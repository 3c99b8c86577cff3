import type { Span } from '../time/reading.ts'
import { countsThings } from '../words/count-words.ts'
import { is, type Token, tokenFrom } from '../words/lex.ts'
import { COUPLE, ONE_WANTED } from '../words/tags.ts'
import { beginsAt, wordSet } from '../words/word-set.ts'

export interface HeadcountReading {
  readonly count: number | null
  readonly span: Span | undefined
  /** A range, 几个 or 十来个: the employer must say the exact number. */
  readonly vague: boolean
}

interface Read {
  readonly text: string
  readonly tokens: readonly Token[]
}

/** 夫妻优先, 夫妻也可: welcome, not counted. */
const WELCOME = wordSet('给单间 有单间 小店 店 老婆 肺片 优先 也可 都可 均可 更好 也行 也要 最好 房'.split(' '))

/** 夫妻工两对 are four people. */
function pairsBehind({ text, tokens }: Read, couple: Token): number {
  const number = tokens[tokenFrom(tokens, couple.end)]
  const isPairs = number?.numeral !== undefined && text.charAt(number.end) === '对' && number.start - couple.end <= 1
  return isPairs ? (number.numeral?.value ?? 1) : 1
}

/** How many people a word asks for where no number counts them: 夫妻工, 要个木工. */
export function wordCount(read: Read): HeadcountReading {
  const { text, tokens } = read
  const couple = tokens.find((token) => is(token, COUPLE) && !beginsAt(WELCOME, text, token.end))
  if (couple !== undefined) return { count: 2 * pairsBehind(read, couple), span: couple, vague: false }
  const one = tokens.find((token) => is(token, ONE_WANTED) && !countsThings(text, token.end))
  return one === undefined ? { count: null, span: undefined, vague: false } : { count: 1, span: one, vague: false }
}
