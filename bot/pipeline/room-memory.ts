import type { Incoming } from '../channel/port.ts'

const LINES_REMEMBERED = 3
const ROOMS_REMEMBERED = 1000
const LINE_CHARACTERS = 200

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
    rooms.set(room, [...before.slice(1 - LINES_REMEMBERED), line.slice(0, LINE_CHARACTERS)])
  }

  return {
    /** Remembers a line and gives what stood before it; a quote is what the line answers, wherever it stood. */
    heard({ room, text, quote }: Incoming): readonly string[] {
      const quoted = quote === undefined ? undefined : [`[机器人] ${quote.slice(0, LINE_CHARACTERS)}`]
      if (room === undefined) return quoted ?? []
      const before = rooms.get(room) ?? []
      add(room, text)
      return quoted ?? before
    },
    said(room: string, text: string): void {
      add(room, `[机器人] ${text}`)
    },
  }
}
