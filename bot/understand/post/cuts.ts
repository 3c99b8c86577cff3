import { kind } from '../words/kinds.ts'
import { is, type Token } from '../words/lex.ts'
import { isAt, signs } from '../words/signs.ts'
import { beginsAt, wordSet } from '../words/word-set.ts'

/** Words that open the next job of a message. */
const OPENERS = wordSet(
  '另外 另要 另招 另需 另请 另找 另加 另有 完了再 完事再 然后再 之后再 还要 还招 还需 还请 还找 再要 再招 再找 再请 再需 同时招 同时要 外加'.split(
    ' ',
  ),
)

const CUTS = signs('\n;；')
const BREAKS = signs(' ,。、/')
const COUNTERS = kind('person', 'ge')
/** A message with more parts is no message of one employer. */
export const MOST_CUTS = 12

/** Commas between two clauses that both count people, the second one before it says any other number. */
function commasBetween(text: string, tokens: readonly Token[]): readonly number[] {
  const cuts: number[] = []
  let counted = false
  let last = 0
  for (let at = 0; at < tokens.length && cuts.length < MOST_CUTS; at += 1) {
    const token = tokens[at]
    if (token?.numeral === undefined) continue
    const counts = tokens[at + 1]?.start === token.end && is(tokens[at + 1], COUNTERS)
    const comma = counts && counted ? text.slice(last, token.start).lastIndexOf(',') : -1
    if (comma >= 0) cuts.push(last + comma + 1)
    counted ||= counts
    last = token.end
  }
  return cuts
}

const isSpacedSlash = (text: string, at: number): boolean =>
  text.charAt(at) === '/' && text.charAt(at + 1) === ' ' && text.charAt(at - 1) === ' '

/** Where a message passes on to its next job, if it has one: a new line, a semicolon, ` / `, 另外, a comma between two counts. */
export function cutsOf(text: string, tokens: readonly Token[]): readonly number[] {
  const cuts: number[] = []
  const commas = commasBetween(text, tokens)
  for (let at = 0; at < text.length - 1 && cuts.length < MOST_CUTS; at += 1) {
    const isCut =
      isAt(CUTS, text, at) ||
      (isAt(BREAKS, text, at) && (beginsAt(OPENERS, text, at + 1) || isSpacedSlash(text, at) || commas.includes(at + 1)))
    if (isCut) cuts.push(at + 1)
  }
  return cuts
}
