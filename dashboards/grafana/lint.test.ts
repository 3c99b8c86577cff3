import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard'
import { expect, it } from '@jest/globals'
import { boardOf } from './boards.ts'
import { lintDashboard } from './lint.ts'

type Loose = Record<string, unknown>

const overview = (): Dashboard => structuredClone(JSON.parse(JSON.stringify(boardOf('overview'))))

function firstOf(list: readonly unknown[] | undefined): Loose {
  const [first] = list ?? []
  if (typeof first !== 'object' || first === null) throw new Error('there is one')
  return first as Loose // of JSON
}
const panelOf = ({ panels }: Dashboard): Loose => firstOf(panels)
const annotationOf = ({ annotations }: Dashboard): Loose => firstOf(annotations?.list)

const SPOILT: readonly (readonly [string, RegExp, (dashboard: Dashboard) => void])[] = [
  ['another time zone', /days are those/, (dashboard) => Object.assign(dashboard, { timezone: 'browser' })],
  ['weeks from Sunday', /Monday/, (dashboard) => Object.assign(dashboard, { weekStart: 'sunday' })],
  ['no address of its own', /a uid/, (dashboard) => Object.assign(dashboard, { uid: '' })],
  ['an id of 0', /ids count/, (dashboard) => Object.assign(panelOf(dashboard), { id: 0 })],
  ['no definition', /definition/, (dashboard) => Object.assign(panelOf(dashboard), { description: '' })],
  [
    'a data source by its own uid',
    /by the variable/,
    (dashboard) => Object.assign(panelOf(dashboard), { datasource: { uid: 'linggong' } }),
  ],
  [
    'a target of another data source',
    /by the variable/,
    (dashboard) => Object.assign(panelOf(dashboard), { targets: [{ datasource: { uid: 'x' } }] }),
  ],
  ['no target', /by the variable/, (dashboard) => Object.assign(panelOf(dashboard), { targets: [] })],
  [
    'an annotation of another data source',
    /annotation/,
    (dashboard) => Object.assign(annotationOf(dashboard), { datasource: { uid: 'x' } }),
  ],
  [
    'a foreign currency',
    /currencyCNY/,
    (dashboard) => Object.assign(panelOf(dashboard), { fieldConfig: { defaults: { unit: 'currencyCNY' } } }),
  ],
  ['two panels in one place', /overlap/, (dashboard) => Object.assign(panelOf(dashboard), { gridPos: { x: 5, y: 1, w: 4, h: 5 } })],
  ['a panel off the grid', /on the grid/, (dashboard) => Object.assign(panelOf(dashboard), { gridPos: { x: 22, y: 90, w: 4, h: 5 } })],
  ['an unknown variable in a panel', /variable town /, (dashboard) => Object.assign(panelOf(dashboard), { links: [{ url: '/x?$town' }] })],
  [
    'an unknown variable in a variable',
    /variable land /,
    (dashboard) => Object.assign(firstOf(dashboard.templating.list), { query: { county: '$land' } }),
  ],
  ['no variable for the data source', /variable datasource/, (dashboard) => dashboard.templating.list?.shift()],
  ['no panels', /there are panels/, (dashboard) => Object.assign(dashboard, { panels: [] })],
]

it('is content with what the code builds', () => expect(lintDashboard(overview())).toEqual([]))

it.each(SPOILT)('sees %s', (_what, fault, spoil) => {
  const dashboard = overview()
  spoil(dashboard)
  expect(lintDashboard(dashboard)).toContainEqual(expect.stringMatching(fault))
})
