import type { PostTools } from '../post/draft.ts'
import type { Span } from '../time/reading.ts'
import { isAt, signs } from '../words/signs.ts'
import type { Rule, Who } from './compose-rule.ts'
import { type ConceptSet, conceptSet, meet, union } from './concept-set.ts'
import type { JobNumber } from './job-number.ts'
import { keepHeavier, type PhraseHit } from './phrase-index.ts'
import { type Piece, piecesOf } from './pieces.ts'

/** Longer lines are told or asked at length; phrases and posts read them. */
const LONGEST_COMPOSED = 40

/** How far two parts of a rule may stand from each other. */
const LONGEST_GAP = 8

const SIGNS = signs(' ,，。.!！~、;:\n')

/** Small words leave a line as whole as before. */
const SMALL = conceptSet(['fill', 'job', 'number', 'day', 'wish', 'me'])

interface Line {
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly role: Who
  /** Every concept of every piece: most rules fail for want of one. */
  readonly concepts: ConceptSet
}

/** The first piece from `from` on that may stand for one of the concepts. */
function nextWith(concepts: ConceptSet, pieces: readonly Piece[], from: number): number {
  let index = from
  for (let piece = pieces[index]; piece !== undefined && !meet(piece.meaning.concepts, concepts); piece = pieces[index]) index += 1
  return index
}

/** The pieces that make up the rule from `from` on, or undefined. */
function matchFrom(rule: Rule, { pieces, concepts }: Line, from: number): readonly number[] | undefined {
  for (const part of rule.rest) if (!meet(part, concepts)) return undefined
  const taken = [from]
  let index = from
  for (const part of rule.rest) {
    const end = pieces[index]?.end ?? 0
    index = nextWith(part, pieces, index + 1)
    const piece = pieces[index]
    if (piece === undefined || piece.start - end > LONGEST_GAP) return undefined
    taken.push(index)
  }
  return taken
}

/** Whether all of a stretch is small words and signs but for the pieces taken. */
function isFilled({ text, pieces }: Line, taken: readonly number[], { start, end }: Span): boolean {
  let at = start
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index]
    if (piece === undefined || piece.start >= end) break
    if (piece.end <= start) continue
    if (!isBlank(text, at, piece.start)) return false
    if (!taken.includes(index) && !meet(piece.meaning.concepts, SMALL)) return false
    at = Math.max(at, piece.end)
  }
  return isBlank(text, at, end)
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!isAt(SIGNS, text, at)) return false
  return true
}

function says(line: Line, taken: readonly number[], concepts: ConceptSet): boolean {
  if (!meet(line.concepts, concepts)) return false
  return line.pieces.some((piece, index) => meet(piece.meaning.concepts, concepts) && !taken.includes(index))
}

function hitOf(rule: Rule, line: Line, from: number): PhraseHit | undefined {
  if (rule.who !== 'any' && rule.who !== line.role) return undefined
  const { text, pieces } = line
  const taken = matchFrom(rule, line, from)
  if (taken === undefined || says(line, taken, rule.not)) return undefined
  const start = pieces[from]?.start ?? 0
  const end = pieces[taken.at(-1) ?? 0]?.end ?? 0
  if (rule.first && !isFilled(line, [], { start: 0, end: start })) return undefined
  if (rule.last && !isFilled(line, taken, { start: end, end: text.length })) return undefined
  const isFull = isFilled(line, taken, { start: 0, end: text.length })
  if (rule.whole && !isFull) return undefined
  const letters = taken.reduce((sum, index) => sum + (pieces[index]?.end ?? 0) - (pieces[index]?.start ?? 0), 0)
  return { intent: rule.intent, weight: letters + rule.bonus + (isFull ? 2 : 0), words: text.slice(start, end), start, end }
}

interface Said {
  readonly text: string
  readonly numbers: readonly JobNumber[]
  readonly role: Who
}

const NOTHING = conceptSet([])
const NO_RULES: readonly Rule[] = []

/** What the concepts of a line make of it: object + verb + state in any words, the weightiest first. */
export function compose({ text, numbers, role }: Said, tools: PostTools): readonly PhraseHit[] {
  if (text.length > LONGEST_COMPOSED) return []
  const pieces = piecesOf(text, numbers, tools)
  const concepts = pieces.reduce((all, piece) => union(all, piece.meaning.concepts), NOTHING)
  const line: Line = { text, pieces, role, concepts }
  const best: PhraseHit[] = []
  for (let index = 0; index < pieces.length; index += 1) {
    for (const rule of pieces[index]?.meaning.rules ?? NO_RULES) {
      const hit = hitOf(rule, line, index)
      if (hit !== undefined) keepHeavier(best, hit)
    }
  }
  return best.length < 2 ? best : best.sort((left, right) => right.weight - left.weight)
}
