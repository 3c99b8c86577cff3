import { readFile } from 'node:fs/promises'
import type { Dashboard, Panel } from '@grafana/grafana-foundation-sdk/dashboard'
import { describe, expect, it } from '@jest/globals'
import { isMetricId, METRICS } from '@linggong/api/core/statistics/catalogue.ts'
import { metricCard, metricCards } from '@linggong/api/core/statistics/metric-card.ts'
import { BOARD_NAMES, boardOf } from './boards.ts'
import { NOT_COLLECTED } from './copy.ts'
import { dashboardFile, dashboardText } from './dashboard-file.ts'
import { lintDashboard } from './lint.ts'
import type { Target } from './query.ts'

const fileOf = (name: string): Promise<string> => readFile(dashboardFile(name), 'utf8')
const committed = async (name: string): Promise<Dashboard> => JSON.parse(await fileOf(name))
const panelsOf = ({ panels = [] }: Dashboard): readonly Panel[] => panels.filter((panel): panel is Panel => panel.type !== 'row')
const targetOf = ({ targets: [target] = [] }: Panel) => ({ ...target }) as unknown as Target // as query.ts makes them

describe.each(BOARD_NAMES)('the dashboard %s as it is committed', (name) => {
  it('is what the code builds (npm run build -w dashboards/grafana)', async () => {
    expect(await fileOf(name)).toBe(dashboardText(boardOf(name)))
  })

  it('has nothing Grafana would show wrongly', async () => {
    expect(lintDashboard(await committed(name))).toEqual([])
  })

  it('asks every metric only for what the catalogue knows of it, and says its definition', async () => {
    const about = panelsOf(await committed(name)).filter((panel) => targetOf(panel).metric !== undefined)
    expect(about.length).toBeGreaterThan(8)
    for (const panel of about) {
      const { metric = '', breakdown, bucket = '' } = targetOf(panel)
      if (!isMetricId(metric)) throw new Error(`no metric ${metric}`)
      const { breakdowns, buckets, definition, collected } = metricCard(metric)
      expect(panel.description).toBe(definition)
      expect(breakdowns).toContain(breakdown)
      expect(['$bucket', ...buckets]).toContain(bucket)
      expect(panel.fieldConfig?.defaults.noValue === NOT_COLLECTED).toBe(!collected)
    }
  })
})

describe('the dashboards together', () => {
  const all = () => Promise.all(BOARD_NAMES.map(committed))

  it('show every metric of the catalogue', async () => {
    const shown = new Set((await all()).flatMap((each) => panelsOf(each).map((panel) => targetOf(panel).metric)))
    expect(metricCards().filter(({ id }) => !shown.has(id))).toEqual([])
  })

  it('have addresses and titles of their own', async () => {
    const boards = await all()
    expect(new Set(boards.map(({ uid }) => uid)).size).toBe(BOARD_NAMES.length)
    expect(new Set(boards.map(({ title }) => title)).size).toBe(BOARD_NAMES.length)
  })

  it('colour what the county has a goal for', async () => {
    const steps = (await all()).flatMap(panelsOf).flatMap((panel) => {
      const { metric = '' } = targetOf(panel)
      return metric === 'insurance_coverage' ? [panel.fieldConfig?.defaults.thresholds?.steps] : []
    })
    expect(steps.length).toBeGreaterThan(2)
    for (const each of steps) expect(each).toContainEqual({ color: 'green', value: 0.95 })
    expect(Object.keys(METRICS)).toContain('insurance_coverage')
  })
})
