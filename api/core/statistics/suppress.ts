/** A cell of fewer people than this is not told to just anybody. */
export const LEAST_PEOPLE = 5

interface Cell {
  readonly people: number
}

const isSmall = ({ people }: Cell): boolean => people > 0 && people < LEAST_PEOPLE

const weight = ({ people }: Cell): number => (people === 0 ? Number.POSITIVE_INFINITY : people)

/** The places of a table in lines that are each told as a whole somewhere: its rows and its columns. */
function linesOf(rows: readonly (readonly Cell[])[]): readonly (readonly (readonly [row: number, column: number])[])[] {
  const across = rows.map((cells, row) => cells.map((_, column) => [row, column] as const))
  const down = (rows[0] ?? []).map((_, column) => rows.map((_, row) => [row, column] as const))
  return [...across, ...down]
}

/**
 * The cells of a table that are kept back, row by row. Where only one of a line would be, what all of them come to would give it away, so the
 * smallest of the others is kept back with it, one with nobody in it only where there is no other; which may leave another line with one, and
 * so on. Of `columns` all is kept back, because what they come to is.
 */
export function keptBackOf(rows: readonly (readonly Cell[])[], columns: ReadonlySet<number> = new Set()): readonly (readonly boolean[])[] {
  const back = rows.map((cells) => cells.map((cell, column) => isSmall(cell) || columns.has(column)))
  const isBack = ([row, column]: readonly [number, number]) => back[row]?.[column] === true
  const weightAt = ([row, column]: readonly [number, number]) => weight(rows[row]?.[column] ?? { people: 0 })
  const lines = linesOf(rows)
  for (let isMore = true; isMore; ) {
    isMore = false
    for (const line of lines) {
      if (line.filter(isBack).length !== 1) continue
      const [next] = line.filter((at) => !isBack(at)).sort((one, other) => weightAt(one) - weightAt(other))
      const row = next && back[next[0]]
      if (next === undefined || row === undefined) continue
      row[next[1]] = true
      isMore = true
    }
  }
  return back
}

/** The same of a table of one line, by their places. */
export const keptBack = (cells: readonly Cell[]): ReadonlySet<number> =>
  new Set((keptBackOf([cells])[0] ?? []).flatMap((isBack, at) => (isBack ? [at] : [])))
