import type { Span } from '../time/reading.ts'
import { is, type Token, tokenAt } from '../words/lex.ts'
import { isAt, signs } from '../words/signs.ts'
import { EACH } from '../words/tags.ts'

/** 男工5名女工3名, 2个男的1个女的: eight and three in all; the sex stands on the same side of both numbers. */
export function isSexPair(text: string, one: Span, other: Span): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one]
  const left = sexBefore(text, first.start)
  if (left !== '') return differ(left, sexBefore(text, second.start))
  return differ(sexAt(text, first.end), sexAt(text, second.end))
}

const differ = (left: string, right: string): boolean => left !== '' && right !== '' && left !== right

const SEXES = signs('男女')
const BEHIND_SEX = signs('工的师傅人 :')

const sexAt = (text: string, at: number): string => (isAt(SEXES, text, at) ? text.charAt(at) : '')

/** The sex named right before a number, as in 男工5名 and 女的3个. */
function sexBefore(text: string, start: number): string {
  for (let at = start - 1; at >= start - 3; at -= 1) {
    if (isAt(SEXES, text, at)) return text.charAt(at)
    if (!isAt(BEHIND_SEX, text, at)) return ''
  }
  return ''
}

/** 男女各10: twenty in all. */
export const isEach = (text: string, tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  if (token === undefined) return false
  const left = text.slice(Math.max(0, token.start - 6), token.start)
  return (
    left.includes('男女') && (is(tokenAt(tokens, at - 1), EACH) || left.endsWith('各要') || left.endsWith('各招') || left.endsWith('各来'))
  )
}
