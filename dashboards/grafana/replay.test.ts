import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ROUTES } from '@linggong/api/contract/routes.ts'
import { jobPublished, personRegistered, takeConfirmed, takePaid, takeStarted } from '@linggong/api/core/statistics/testing/events.ts'
import { createFolder } from '@linggong/api/statistics/folder.ts'
import { statisticsHandlers } from '@linggong/api/statistics/statistics.routes.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { dashboardFile } from './dashboard-file.ts'
import type { InfinityQuery } from './query.ts'

const NOW = Temporal.Instant.from('2026-11-23T07:30:00+08:00')
const PLACES = { adcode: '350428', name: '将乐县', townships: ['古镛镇', '高唐镇'], trades: ['搬运', '采摘'] }
const store = openSqlite({ file: ':memory:' })
const { queryMetric } = statisticsHandlers({ store, clock: { now: () => NOW }, maySeeSmall: () => true, places: PLACES })

beforeAll(() =>
  createFolder(store)([
    ...['a', 'b', 'c'].map((of) => personRegistered({ of, at: '2026-11-20T09:00:00+08:00' })),
    personRegistered({ of: 'd', at: '2026-11-22T09:00:00+08:00', township: '高唐镇' }),
    jobPublished({ of: 'job', at: '2026-11-21T09:00:00+08:00' }),
    takeStarted({ of: 't1', at: '2026-11-22T09:00:00+08:00', covered: true }),
    takeStarted({ of: 't2', at: '2026-11-22T09:00:00+08:00', riskClass: 5, township: '高唐镇' }),
    takeConfirmed({ of: 't1', at: '2026-11-22T17:00:00+08:00' }),
    takePaid({ of: 't1', at: '2026-11-22T17:00:05+08:00', payFen: 30_050 }),
  ]),
)
afterAll(() => store.close())

type Row = Readonly<Record<string, unknown>>

/** What Grafana puts into the URL for the last 30 days. */
const filledIn = (url: string): string =>
  url
    .replace(/\$\{__from:date:YYYY-MM-DD\}/, '2026-10-25')
    .replace(/\$\{__to:date:YYYY-MM-DD\}/, '2026-11-24')
    .replace('$bucket', 'day')

/** Asks as Infinity would: the URL, over the wire shapes of the contract. */
async function ask(url: string): Promise<Row> {
  const { pathname, searchParams } = new URL(filledIn(url), 'http://api:3000')
  expect(pathname).toBe(ROUTES.queryMetric.path)
  const query = ROUTES.queryMetric.query.parse(Object.fromEntries(searchParams))
  const caller = { role: 'statistics', contact: '', key: '', county: '350428' } as const
  const answer = await queryMetric({ params: {}, body: {}, query, caller })
  if (!answer.ok) throw new Error(answer.refusal)
  return JSON.parse(JSON.stringify(ROUTES.queryMetric.answer.parse(answer.value)))
}

function cell(row: Row, { selector, type }: InfinityQuery['columns'][number]): unknown {
  const value = row[selector]
  if (value === undefined) throw new Error(`the answer has no ${selector}`)
  if (value === null || type === 'number') return value
  return type === 'timestamp' ? Date.parse(String(value)) : String(value)
}

/** The table Infinity makes: the root, a column for each selector, then the computed ones. */
function tableOf(answer: Row, { root_selector: root, columns, computed_columns: computed }: InfinityQuery): Row[] {
  const selected: unknown = root === '' ? [answer] : answer[root]
  if (!Array.isArray(selected)) throw new Error(`${root} is no list`)
  return selected.map((row: Row) => {
    const cells = columns.map((column) => [column.text, cell(row, column)])
    const yuan = computed.map(({ selector, text }) => {
      expect(selector).toBe('value / 100')
      return [text, typeof row['value'] === 'number' ? row['value'] / 100 : null]
    })
    return Object.fromEntries([...cells, ...yuan])
  })
}

interface Shown {
  readonly id: number
  readonly title: string
  readonly targets: readonly InfinityQuery[]
}
const dashboard: { readonly panels: readonly Shown[] } = JSON.parse(await readFile(dashboardFile('overview'), 'utf8'))

async function tableFor(title: string): Promise<Row[]> {
  const query = dashboard.panels.find((panel) => panel.title === title)?.targets[0]
  if (query === undefined) throw new Error(`no panel ${title}`)
  return tableOf(await ask(query.url), query)
}

describe('each panel against the API', () => {
  it.each(dashboard.panels)('panel $id gets rows with figures: $title', async ({ targets }) => {
    const [query] = targets
    if (query === undefined) throw new Error('a panel asks for something')
    const table = tableOf(await ask(query.url), query)
    expect(table.length).toBeGreaterThan(0)
    const shown = query.computed_columns[0]?.text ?? query.columns.at(-1)?.text ?? ''
    expect(table.some((row) => row[shown] !== null && row[shown] !== undefined)).toBe(true)
  })

  it.each([
    ['登记劳动者', { value: 4 }],
    ['新登记', { value: 4 }],
    ['成交笔数', { value: 1 }],
    ['成交金额', { value: 30_050, yuan: 300.5 }],
    ['保险覆盖率', { value: 0.5 }],
    ['高风险未参保', { value: 1 }],
  ])('%s says what really happened', async (title, row) => {
    expect(await tableFor(title)).toEqual([row])
  })

  it('a trend has a bar a day, on the day itself', async () => {
    const table = await tableFor('新登记趋势')
    expect(table).toHaveLength(30)
    expect(table.at(-2)).toEqual({ bucketStart: Date.parse('2026-11-22'), value: 1 })
  })

  it('townships are told apart', async () => {
    expect(await tableFor('各乡镇保险覆盖率')).toEqual([
      { region: '古镛镇', value: 1 },
      { region: '高唐镇', value: 0 },
    ])
  })

  it('says as of when, and that it is real', async () => {
    expect(await tableFor('数据来源')).toEqual([{ dataAsOf: Date.parse('2026-11-22T17:00:05+08:00'), demo: 'false' }])
  })
})
