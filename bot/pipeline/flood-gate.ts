/** Far more than anybody types; a script or a stuck key. */
const LINES = 60
const WINDOW_SECONDS = 10
const PEOPLE_REMEMBERED = 10_000

/** Counts the lines of each person over a short while, only in memory. `first`: this is the one line too many that is worth an answer. */
export function createFloodGate() {
  const windows = new Map<string, { from: Temporal.Instant; lines: number }>()

  return function pass(person: string, now: Temporal.Instant): 'fine' | 'first' | 'too-many' {
    const open = windows.get(person)
    if (!open || now.since(open.from).total('seconds') >= WINDOW_SECONDS) {
      if (windows.size >= PEOPLE_REMEMBERED) windows.clear()
      windows.set(person, { from: now, lines: 1 })
      return 'fine'
    }
    open.lines += 1
    if (open.lines <= LINES) return 'fine'
    return open.lines === LINES + 1 ? 'first' : 'too-many'
  }
}
