import type { Board } from '@linggong/api/contract/hall.contract.ts'

/** How often the screen asks; the server answers all screens out of one look. */
export const EVERY_MS = 3_000
/** A network that swallows requests is as good as none. */
const PATIENCE_MS = 10_000
export const BOARD_PATH = '/hall/board'

export interface Heard {
  readonly board: Board
  /** By the server's clock, which is right where that of a television is not. */
  readonly serverMs: number
}

async function ask(): Promise<Heard> {
  const stop = new AbortController()
  const giveUp = setTimeout(() => stop.abort(), PATIENCE_MS)
  try {
    const response = await fetch(BOARD_PATH, { signal: stop.signal })
    if (!response.ok) throw new Error(`${response.status}`)
    const date = Date.parse(response.headers.get('date') ?? '')
    return { board: await response.json(), serverMs: Number.isNaN(date) ? Date.now() : date }
  } finally {
    clearTimeout(giveUp)
  }
}

/** Asks for ever, one question at a time; what fails is asked again and nothing piles up. */
export function watchBoard(heard: (heard: Heard) => void): void {
  const look = async (): Promise<void> => {
    await ask().then(heard, () => undefined)
    setTimeout(look, EVERY_MS)
  }
  setTimeout(look, EVERY_MS)
}
