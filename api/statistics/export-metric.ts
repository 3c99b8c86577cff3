import type { FileAnswer, TableFormat } from '../contract/file-answer.ts'
import type { StatisticsAnswer } from '../contract/statistics.contract.ts'
import { fen, yuanText } from '../core/money.ts'
import { fileOf } from '../statutory/file-of.ts'
import type { Column } from '../statutory/table.ts'
import { FILE_WORDS, GROUP_NAME } from './statistics-copy.ts'

type Row = StatisticsAnswer['rows'][number]
type Line = Readonly<Record<keyof typeof FILE_WORDS.heading, string>>

const { heading } = FILE_WORDS
const WIDTH = { bucket: 12, region: 14, group: 14, value: 16, p90: 16, numerator: 14, denominator: 14, note: 60 } as const

/** Texts, for a figure that is not known is an empty cell and never a 0. */
const COLUMNS: readonly Column<Line>[] = (['bucket', 'region', 'group', 'value', 'p90', 'numerator', 'denominator', 'note'] as const).map(
  (key) => ({ heading: heading[key], width: WIDTH[key], text: (line: Line) => line[key] }),
)

const EMPTY: Line = { bucket: '', region: '', group: '', value: '', p90: '', numerator: '', denominator: '', note: '' }

function lineOf(row: Row, { metric }: StatisticsAnswer, county: string): Line {
  const amount = (value: number | null) => (value === null ? '' : metric.unit === 'fen' ? yuanText(fen(Math.round(value))) : `${value}`)
  const isRatio = metric.kind === 'ratio' || metric.kind === 'duration'
  const plain = (value: number | null) => (value === null || !isRatio ? '' : `${value}`)
  const notes = [row.suppressed ? FILE_WORDS.suppressed : '', row.closed ? FILE_WORDS.closed : '']
  return {
    bucket: row.bucketStart,
    region: row.region === county ? FILE_WORDS.everywhere : row.region || FILE_WORDS.noTownship,
    group: row.group === null ? '' : (GROUP_NAME[row.group] ?? row.group),
    ...{ value: amount(row.value), p90: amount(row.p90), numerator: plain(row.numerator), denominator: plain(row.denominator) },
    note: notes.filter((note) => note !== '').join('；'),
  }
}

/** What the figures are and as of when stands under them, so that a file that was passed on still says so. */
function* footOf({ metric, dataAsOf, demo }: StatisticsAnswer): Generator<Line> {
  yield { ...EMPTY, note: `${FILE_WORDS.definition}（第${metric.definitionVersion}版）：${metric.definition}` }
  yield { ...EMPTY, note: `${FILE_WORDS.dataAsOf}：${dataAsOf}` }
  if (demo) yield { ...EMPTY, note: FILE_WORDS.demo }
  if (!metric.collected) yield { ...EMPTY, note: FILE_WORDS.notCollected }
}

async function* linesOf(answer: StatisticsAnswer, county: string): AsyncGenerator<Line> {
  for (const row of answer.rows) yield lineOf(row, answer, county)
  yield* footOf(answer)
}

/** An answer as a file: the same figures, money in yuan. */
export function exportMetric(answer: StatisticsAnswer, { format, county }: { format: TableFormat; county: string }): FileAnswer {
  const { name } = answer.metric
  return fileOf({ name, columns: COLUMNS, rows: linesOf(answer, county) }, { title: `${name}-${answer.dataAsOf.slice(0, 10)}`, format })
}
