import type { Addition } from '../core/statistics/measure.ts'
import { dayCounts } from '../core/statistics/tally.ts'
import type { CellDoc } from './rollup.collection.ts'

type Days = Map<number, number>
type Key = Pick<CellDoc, 'trade' | 'riskClass'>

const keyOf = ({ trade, riskClass }: Key): string => JSON.stringify([trade, riskClass])

const packed = (days: Days): string =>
  [...days]
    .filter(([, count]) => count !== 0)
    .sort(([one], [other]) => one - other)
    .map(([day, count]) => `${day}:${count}`)
    .join(' ')

/** A cell that is being added to; only the measures that change are taken apart, and what nothing is added to stays as it is. */
function openCell(cell: CellDoc) {
  const { trade, riskClass, counts } = cell
  const changed = new Map<string, Days>()
  return {
    add({ measure, day, days: length = 1, by }: Addition): void {
      const days = changed.getOrInsertComputed(measure, () => new Map(dayCounts(counts[measure] ?? '')))
      const first = Number(day.slice(8))
      for (let at = first; at < first + length; at += 1) days.set(at, (days.get(at) ?? 0) + by)
    },
    close(): CellDoc {
      if (changed.size === 0) return cell
      const texts = [...changed].map(([measure, days]) => [measure, packed(days)] as const)
      const all = Object.entries({ ...counts, ...Object.fromEntries(texts) }).filter(([, text]) => text !== '')
      return { trade, riskClass, counts: Object.fromEntries(all.sort(([one], [other]) => (one < other ? -1 : 1))) }
    },
  }
}

/** The cells of a month with more in them, in the order of their keys: the same counts are the same document, in whatever order they came. */
export function addUp(cells: readonly CellDoc[], additions: readonly Addition[]): CellDoc[] {
  const open = new Map(cells.map((cell) => [keyOf(cell), openCell(cell)]))
  for (const addition of additions) {
    const { trade, riskClass } = addition
    open.getOrInsertComputed(keyOf(addition), () => openCell({ trade, riskClass, counts: {} })).add(addition)
  }
  return [...open]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, cell]) => cell.close())
    .filter(({ counts }) => Object.keys(counts).length > 0)
}
