import type { Board } from '../contract/hall.contract.ts'
import type { Handlers } from '../contract/handler.ts'
import { accept } from '../core/result.ts'
import { type BoardPorts, seeBoard } from './see-board.ts'

/** However many screens and people look, the county is asked no more often than this. */
const KEPT_SECONDS = 2

/** One answer for all who ask at about the same time; a failure is nobody's answer but of those who waited for it. */
export function keepBoard(ports: BoardPorts): () => Promise<Board> {
  let kept: { readonly board: Promise<Board>; readonly until: Temporal.Instant } | undefined
  return () => {
    const now = ports.clock.now()
    if (kept !== undefined && Temporal.Instant.compare(now, kept.until) < 0) return kept.board
    const board = seeBoard(ports)
    const made = { board, until: now.add({ seconds: KEPT_SECONDS }) }
    kept = made
    board.catch(() => {
      if (kept === made) kept = undefined
    })
    return board
  }
}

export const createHallRoutes = (board: () => Promise<Board>): Pick<Handlers, 'seeBoard'> => ({
  seeBoard: async () => accept(await board()),
})
