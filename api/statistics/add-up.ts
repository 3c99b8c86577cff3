import type { Addition } from '../core/statistics/measure.ts'
import { dayCounts, daysIn, measuresIn, pack, packDays } from '../core/statistics/packed-counts.ts'
import { type CellDoc, countsOf } from './rollup.collection.ts'

type Days = Map<number, number>
type Key = Pick<CellDoc, 'trade' | 'riskClass'>

const keyOf = ({ trade, riskClass }: Key): string => JSON.stringify([trade, riskClass])

/** A cell that is being added to; only the measures that change are taken apart, and what nothing is added to stays as it is. */
function openCell(cell: CellDoc) {
  const { trade, riskClass } = cell
  const before = countsOf(cell)
  const changed = new Map<string, Days>()
  return {
    add({ measure, day, days: length = 1, by }: Addition): void {
      const days = changed.getOrInsertComputed(measure, () => new Map(dayCounts(daysIn(before, measure) ?? '')))
      const first = Number(day.slice(8))
      for (let at = first; at < first + length; at += 1) days.set(at, (days.get(at) ?? 0) + by)
    },
    close(): CellDoc {
      if (changed.size === 0) return cell
      const texts = [...changed].map(([measure, days]) => [measure, packDays(days)] as const)
      return { trade, riskClass, counts: pack(new Map([...measuresIn(before), ...texts])) }
    },
  }
}

/** The cells of a month with more in them, in the order of their keys: the same counts are the same document, in whatever order they came. */
export function addUp(cells: readonly CellDoc[], additions: readonly Addition[]): CellDoc[] {
  const open = new Map(cells.map((cell) => [keyOf(cell), openCell(cell)]))
  for (const addition of additions) {
    const { trade, riskClass } = addition
    open.getOrInsertComputed(keyOf(addition), () => openCell({ trade, riskClass, counts: '' })).add(addition)
  }
  return [...open]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, cell]) => cell.close())
    .filter(({ counts }) => counts !== '')
}
