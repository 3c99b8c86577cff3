import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ROUTES } from '@linggong/api/contract/routes.ts'
import { STATISTICS_CONTRACT, VARIABLE_KINDS } from '@linggong/api/contract/statistics.contract.ts'
import { isCollected, isMetricId } from '@linggong/api/core/statistics/catalogue.ts'
import { metricCard } from '@linggong/api/core/statistics/metric-card.ts'
import { loadDemo } from '@linggong/api/start-demo.ts'
import { BOARD_NAMES } from '@linggong/grafana/boards.ts'
import { dashboardFile } from '@linggong/grafana/dashboard-file.ts'
import {
  type Asked,
  alertsPath,
  choicesPath,
  EVERYTHING,
  eventsPath,
  figuresPath,
  HEALTH_PATH,
  METRICS_PATH,
  narrowed,
} from '@linggong/grafana/plugin/src/asked.ts'
import { CONTRACT } from '@linggong/grafana/plugin/src/contract.ts'
import { ASKED, RECORDED_FILE, STRETCH } from '@linggong/grafana/plugin/src/testing/recordings.ts'
import { asStatistics, liveApi } from '../contract/kit/live-api.ts'

interface Target extends Partial<Asked> {
  readonly refId: string
  readonly ask?: string
}
interface Shown {
  readonly id: number
  readonly title: string
  readonly targets: readonly Target[]
}

/** The last thirty days as Grafana gives them: to the end of today. */
const MONTH = { fromMs: Date.parse('2026-10-25T00:00:00+08:00'), toMs: Date.parse('2026-11-23T23:59:59.999+08:00') }

async function panelsOf(name: string): Promise<readonly (readonly [string, Shown])[]> {
  const { panels }: { panels: readonly Shown[] } = JSON.parse(await readFile(dashboardFile(name), 'utf8'))
  return panels.map((panel) => [`${name} ${panel.id}, ${panel.title}`, panel])
}
const PANELS = (await Promise.all(BOARD_NAMES.map(panelsOf))).flat()

let api: Awaited<ReturnType<typeof liveApi>>
let places: { county: string; township: string; trade: string }
beforeAll(async () => {
  api = await liveApi()
  const { county, ports } = api.town
  await loadDemo({ county, vault: ports.vault, clock: ports.clock, account: 'simulator' }).whole
  await api.town.settle()
  const [township = '', trade = ''] = await Promise.all(['townships', 'trades'].map(firstChoice))
  places = { county: county.county, township, trade }
}, 120_000)
afterAll(() => api.stop())

async function ask(path: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const { status, text } = await api.ask({ method: 'GET', path, headers: asStatistics })
  return { status, body: JSON.parse(text) }
}

const byText = (one: object, other: object): number => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)

/** Alerts have ids of their own, and those of one day come in the order of these: each time another one. */
function withoutIds(body: Record<string, unknown>): Record<string, unknown> {
  const { events, alerts } = body
  if (Array.isArray(events)) return { ...body, events: events.map((event: object) => ({ ...event, alert: null })).sort(byText) }
  return Array.isArray(alerts) ? { ...body, alerts: alerts.map((alert: object) => ({ ...alert, id: '' })).sort(byText) } : body
}

async function firstChoice(kind: string): Promise<string> {
  const { body } = await ask(choicesPath(kind))
  return ROUTES.listVariable.answer.parse(body).values[0]?.value ?? ''
}

/** What Grafana puts in for the dashboard's variables. */
const filledIn = (
  { metric = '', breakdown = '', region = '', trade = '', bucket = '' }: Target,
  chosen: Readonly<Record<string, string>>,
): Asked => {
  const fill = (text: string) => chosen[text] ?? text
  return { metric, breakdown, region: fill(region), trade: fill(trade), bucket: fill(bucket) }
}

async function figures(target: Target, chosen: Readonly<Record<string, string>>) {
  const { metric = '' } = target
  if (!isMetricId(metric)) throw new Error(`no metric ${metric}`)
  const { asked } = narrowed(filledIn(target, chosen), metricCard(metric).breakdowns)
  const { status, body } = await ask(figuresPath(asked, MONTH))
  return status === 200 ? { metric, rows: ROUTES.queryMetric.answer.parse(body).rows } : { metric, refused: body, rows: [] }
}

describe('each panel on the demo county, over HTTP with the read-only token', () => {
  const metricPanels = PANELS.filter(([, { targets }]) => targets[0]?.metric !== undefined)

  it.each(metricPanels)('%s is answered, with figures where they are collected', async (_name, { targets }) => {
    const [target] = targets
    if (target === undefined) throw new Error('a panel asks for something')
    const chosen = { $township: places.county, $trade: EVERYTHING, $bucket: 'day' }
    const { metric, rows } = await figures(target, chosen)
    if (isCollected(metric)) expect(rows.filter(({ value }) => value !== null)).not.toEqual([])
    else expect(rows).toEqual([])
  })

  it.each(['day', 'week', 'month'])('all of them are answered for a township, a trade and by %s', async (bucket) => {
    const chosen = { $township: places.township, $trade: places.trade, $bucket: bucket }
    const answers = await Promise.all(metricPanels.flatMap(([, { targets }]) => targets.map((target) => figures(target, chosen))))
    expect(answers.length).toBeGreaterThan(50)
    expect(answers.filter((answer) => 'refused' in answer)).toEqual([])
  })

  it('the others ask for alerts, and how fresh the figures are', async () => {
    const others = PANELS.filter(([, { targets }]) => targets[0]?.metric === undefined)
    expect(others.map(([, { targets }]) => targets[0]?.ask)).toEqual(BOARD_NAMES.flatMap(() => ['alerts', 'freshness']))
    expect((await ask(HEALTH_PATH)).body).toMatchObject({ stale: false, demo: true })
    for (const region of [places.county, places.township, EVERYTHING]) {
      expect(ROUTES.listAlerts.answer.parse((await ask(alertsPath(MONTH, region))).body).next).toBeDefined()
      expect(ROUTES.listExplanations.answer.parse((await ask(eventsPath(MONTH, region))).body).events).not.toEqual([])
    }
  })
})

describe('what the plug-in was made for', () => {
  it('speaks the contract of this API', () => expect(CONTRACT).toBe(STATISTICS_CONTRACT))

  /** The plug-in's own tests read these answers. After a wanted change: RECORD=1 npm test -- --testPathPatterns test/demo/grafana */
  it('answers as it was recorded', async () => {
    const kinds = VARIABLE_KINDS.map(choicesPath)
    const paths = [
      METRICS_PATH,
      HEALTH_PATH,
      eventsPath(STRETCH, EVERYTHING),
      alertsPath(STRETCH, EVERYTHING),
      ...kinds,
      ...ASKED.map((asked) => figuresPath(asked, STRETCH)),
    ]
    const answered = await Promise.all(paths.map(async (path) => [path, await ask(path)] as const))
    const answers = Object.fromEntries(answered.map(([path, { status, body }]) => [path, { status, body: withoutIds(body) }]))
    const text = `${JSON.stringify(answers, null, 1)}\n`
    if (process.env['RECORD'] === '1') await writeFile(RECORDED_FILE, text)
    expect(await readFile(RECORDED_FILE, 'utf8')).toBe(text)
  })
})
