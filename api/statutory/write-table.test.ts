import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { fen } from '../core/money.ts'
import type { Table } from './table.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

interface Line {
  readonly name: string
  readonly paid: number
}

const COLUMNS: Table<Line>['columns'] = [
  { heading: '姓名', width: 12, text: ({ name }) => name },
  { heading: '实发', width: 10, fen: ({ paid }) => fen(paid) },
  { heading: '字数', width: 6, count: ({ name }) => name.length },
]

async function* each(lines: readonly Line[]) {
  yield* lines
}
const table = (lines: readonly Line[]): Table<Line> => ({ name: '台账', columns: COLUMNS, rows: each(lines) })
const bytesOf = async (chunks: AsyncIterable<Uint8Array>) => Buffer.concat(await Array.fromAsync(chunks))
const csv = async (lines: readonly Line[]) => (await bytesOf(writeCsv(table(lines)))).toString('utf8')
const workbook = async (lines: readonly Line[]) => readXlsx(await bytesOf(writeXlsx(table(lines))), { readStyles: true })

const FORMULAS = [
  '=HYPERLINK("http://evil.example","点我")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '＝1+1',
  ' =1+1',
  '\t=1+1',
  '\r\n=1+1',
  '=cmd|/c calc!A1',
]

describe('a workbook', () => {
  it('has its headings, texts as texts, and money as numbers in yuan', async () => {
    const { sheets } = await workbook([
      { name: '廖大山', paid: 12_345 },
      { name: '350428198001011234', paid: 20_000 },
    ])
    expect(sheets.map(({ name, rows }) => [name, rows])).toEqual([
      [
        '台账',
        [
          ['姓名', '实发', '字数'],
          ['廖大山', 123.45, 3],
          ['350428198001011234', 200, 18],
        ],
      ],
    ])
  })

  it.each(FORMULAS)('holds %j as the text it is', async (name) => {
    const { sheets } = await workbook([{ name, paid: 1 }])
    const cell = sheets[0]?.cells?.get('1,0')
    expect(sheets[0]?.rows[1]?.[0]).toBe(name)
    expect(cell?.formula).toBeUndefined()
    expect(cell?.style?.numFmt).toBe('@')
  })

  it('keeps whatever people typed, and drops only what no workbook can hold', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(text, async (name) => {
        const { sheets } = await workbook([{ name: `王${name}`, paid: 1 }])
        expect(sheets[0]?.rows[1]?.[0]).toBe(`王${name.toWellFormed().replace(/[\ufffe\uffff]/g, '')}`)
      }),
      { numRuns: 60 },
    )
  })

  it('is a workbook without a row, too', async () => {
    expect((await workbook([])).sheets[0]?.rows).toEqual([['姓名', '实发', '字数']])
  })
})

describe('a text with commas', () => {
  it('begins with a byte order mark and ends its lines as Excel does', async () => {
    expect(await csv([{ name: '廖大山', paid: 12_345 }])).toBe('\ufeff姓名,实发,字数\r\n廖大山,123.45,3\r\n')
  })

  it.each([
    ['王,"小"明', '"王,""小""明"'],
    ['一行\n两行', '"一行\n两行"'],
    ['350428198001011234', '"\t350428198001011234"'],
    ['13800001234', '13800001234'],
    ['3504**********1234', '3504**********1234'],
  ])('writes %j as %j', async (name, cell) => {
    expect(await csv([{ name, paid: 100 }])).toBe(`\ufeff姓名,实发,字数\r\n${cell},1,${name.length}\r\n`)
  })

  it.each(FORMULAS)('marks %j as text', async (name) => {
    const [, cell = ''] = (await csv([{ name, paid: 1 }])).split(/\r\n(?!=)/)
    expect(cell.replace(/^"/, '').startsWith("'")).toBe(true)
  })

  it('comes in pieces', async () => {
    const pieces = await Array.fromAsync(writeCsv(table(Array.from({ length: 5_000 }, (_, n) => ({ name: `工友${n}`, paid: n })))))
    expect(pieces.length).toBeGreaterThan(4)
    expect(Buffer.concat(pieces).toString('utf8').split('\r\n')).toHaveLength(5_002)
  })
})

it.each([
  ['xlsx', writeXlsx],
  ['csv', writeCsv],
] as const)('whoever stops reading a %s stops the reading of its rows', async (_kind, write) => {
  let read = 0
  let closed = false
  async function* endless() {
    try {
      for (;;) {
        read += 1
        yield { name: `工友${read}${Math.random()}`, paid: read }
      }
    } finally {
      closed = true
    }
  }
  for await (const bytes of write({ name: '台账', columns: COLUMNS, rows: endless() })) if (bytes.length > 0 && read > 1_000) break
  expect(closed).toBe(true)
})
