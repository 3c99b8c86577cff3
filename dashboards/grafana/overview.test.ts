import { readFile } from 'node:fs/promises'
import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard'
import { describe, expect, it } from '@jest/globals'
import { metricCard } from '@linggong/api/core/statistics/metric-card.ts'
import { dashboardFile, dashboardText } from './dashboard-file.ts'
import { lintDashboard } from './lint.ts'
import { overview } from './overview.ts'

const committed = async (): Promise<Dashboard> => JSON.parse(await readFile(dashboardFile('overview'), 'utf8'))

describe('the overview as it is committed', () => {
  it('is what the code builds (npm run build -w dashboards/grafana)', async () => {
    expect(await readFile(dashboardFile('overview'), 'utf8')).toBe(dashboardText(overview()))
  })

  it('has nothing Grafana would show wrongly', async () => {
    expect(lintDashboard(await committed())).toEqual([])
  })

  it('shows registrations, transactions, money and cover with their definitions', async () => {
    const panels = (await committed()).panels ?? []
    for (const metric of ['workers_total', 'workers_new', 'orders_completed', 'amount_settled', 'insurance_coverage'] as const) {
      const { name, definition } = metricCard(metric)
      expect(panels).toContainEqual(expect.objectContaining({ title: name, description: definition }))
    }
  })
})

describe('the lint', () => {
  const panelOf = (dashboard: Dashboard): object => {
    const [panel] = dashboard.panels ?? []
    if (panel === undefined) throw new Error('the overview begins with a panel')
    return panel
  }
  const spoilt: readonly (readonly [string, RegExp, (dashboard: Dashboard) => void])[] = [
    ['another time zone', /days are those/, (dashboard) => Object.assign(dashboard, { timezone: 'browser' })],
    ['weeks from Sunday', /Monday/, (dashboard) => Object.assign(dashboard, { weekStart: 'sunday' })],
    ['an id of 0', /ids count/, (dashboard) => Object.assign(panelOf(dashboard), { id: 0 })],
    ['no definition', /definition/, (dashboard) => Object.assign(panelOf(dashboard), { description: '' })],
    ['a foreign data source', /by uid/, (dashboard) => Object.assign(panelOf(dashboard), { datasource: { uid: 'prometheus' } })],
    [
      'a foreign currency',
      /currencyCNY/,
      (dashboard) => Object.assign(panelOf(dashboard), { fieldConfig: { defaults: { unit: 'currencyCNY' } } }),
    ],
    ['two panels in one place', /overlap/, (dashboard) => Object.assign(panelOf(dashboard), { gridPos: { x: 1, y: 1, w: 4, h: 5 } })],
    ['a panel off the grid', /on the grid/, (dashboard) => Object.assign(panelOf(dashboard), { gridPos: { x: 22, y: 90, w: 4, h: 5 } })],
    ['an unknown variable', /variable town/, (dashboard) => Object.assign(panelOf(dashboard), { links: [{ url: '/x?$town' }] })],
    ['no panels', /there are panels/, (dashboard) => Object.assign(dashboard, { panels: [] })],
  ]

  it.each(spoilt)('sees %s', async (_what, fault, spoil) => {
    const dashboard = await committed()
    spoil(dashboard)
    expect(lintDashboard(dashboard)).toContainEqual(expect.stringMatching(fault))
  })
})
