import { daysIn } from '../../core/statistics/packed-counts.ts'
import { countsOf, type MonthDoc } from '../rollup.collection.ts'

/** What the first cell of a month has of a measure, as `day:count` pairs. */
export function daysOf(month: Pick<MonthDoc, 'cells'> | undefined, measure: string): string | undefined {
  const [cell] = month?.cells ?? []
  return cell && daysIn(countsOf(cell), measure)
}
