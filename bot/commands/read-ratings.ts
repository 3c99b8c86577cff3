import type { TakeView } from '@linggong/api/contract/job.contract.ts'
import { readStars, withoutRatingVerbs } from '../copy/rating-answers.ts'
import { fits } from './read-amounts.ts'

/** What a line says of one worker, or of all of them alike where it names none. */
export interface SaidRating {
  readonly take?: string
  readonly stars?: number
  readonly text: string
}

interface Piece {
  take?: string
  stars?: number
  readonly words: string[]
}

/**
 * 「5星 干活利索」, 「老李5星 陈小旺3星 迟到」: each number of stars begins a rating, a name belongs to the one it stands in, the rest is what is
 * said. `takes` are those who can be meant by name.
 */
export function readRatings(text: string, takes: readonly TakeView[]): readonly SaidRating[] {
  const pieces: [Piece, ...Piece[]] = [{ words: [] }]
  for (const said of withoutRatingVerbs(text).split(/[,，、;；。\s]+/u)) {
    const { stars, rest } = readStars(said)
    const take = takes.find(({ workerName }) => fits(workerName, rest))?.take
    let piece = pieces.at(-1) ?? pieces[0]
    if ((stars !== undefined && piece.stars !== undefined) || (take !== undefined && piece.take !== undefined)) {
      piece = { words: [] }
      pieces.push(piece)
    }
    if (stars !== undefined) piece.stars = stars
    if (take !== undefined) piece.take = take
    else if (rest !== '') piece.words.push(rest)
  }
  return pieces.map(({ words, ...piece }) => ({ ...piece, text: words.join('，') }))
}
