import type { Incoming } from '../channel/port.ts'

const LINES_REMEMBERED = 3
const ROOMS_REMEMBERED = 1000
const LINE_CHARACTERS = 200
const OWN = '[机器人]'

/**
 * The last few lines of each group, only in memory: they tell whether 「我来」 stands below a job of ours or below a dinner invitation. After
 * a restart the bot is merely more silent.
 */
export function createRoomMemory() {
  const rooms = new Map<string, readonly string[]>()

  function add(room: string, line: string): void {
    const before = rooms.get(room) ?? []
    rooms.delete(room)
    if (rooms.size >= ROOMS_REMEMBERED) rooms.delete(rooms.keys().next().value ?? '')
    rooms.set(room, [...before.slice(1 - LINES_REMEMBERED), clip(line)])
  }

  return {
    /** Remembers a line and gives what stood before it; a quote is what the line answers, wherever it stood. */
    heard({ room, text, quote }: Pick<Incoming, 'room' | 'text' | 'quote'>): readonly string[] {
      const quoted = quote === undefined ? undefined : [`${OWN} ${clip(quote)}`]
      if (room === undefined) return quoted ?? []
      const before = rooms.get(room) ?? []
      add(room, text)
      return quoted ?? (offersSeveral(before) ? [] : before)
    },
    said(room: string, text: string): void {
      add(room, `${OWN} ${text}`)
    },
  }
}

const clip = (line: string): string => line.slice(0, LINE_CHARACTERS)

/** Below two different jobs 「我来」 means neither for sure; without anything before it, it is asked about. */
function offersSeveral(lines: readonly string[]): boolean {
  const numbers = lines.filter((line) => line.startsWith(OWN)).flatMap((line) => /【(\d+)】/.exec(line)?.[1] ?? [])
  return new Set(numbers).size > 1
}
