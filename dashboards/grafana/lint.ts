import type { Dashboard, GridPos, Panel, VariableModel } from '@grafana/grafana-foundation-sdk/dashboard'
import { COUNTY_TIME_ZONE } from '@linggong/api/core/clock.ts'
import { UNIT_NAME } from './copy.ts'
import { DATASOURCE } from './query.ts'

const COLUMNS = 24
const KNOWN_UNITS = new Set(['percentunit', ...Object.values(UNIT_NAME).map((name) => `suffix:${name}`)])

const overlap = (a: GridPos, b: GridPos): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

function panelFaults(panel: Panel, index: number): string[] {
  const at = `panel ${panel.id} (${panel.title})`
  const place = panel.gridPos
  const sources = [panel.datasource, ...(panel.targets ?? []).map((target) => ('datasource' in target ? target.datasource : undefined))]
  const uids = sources.map((source) => (typeof source === 'object' && source !== null && 'uid' in source ? source.uid : undefined))
  const unit = panel.fieldConfig?.defaults.unit
  return [
    ...(panel.id === index + 1 ? [] : [`${at}: ids count from 1 without gaps`]),
    ...(panel.title && panel.description ? [] : [`${at}: has a title and a definition`]),
    ...(place && place.x >= 0 && place.x + place.w <= COLUMNS ? [] : [`${at}: lies on the grid`]),
    ...(uids.length > 1 && uids.every((uid) => uid === DATASOURCE.uid) ? [] : [`${at}: asks our data source, by the variable`]),
    ...(unit === undefined || KNOWN_UNITS.has(unit) ? [] : [`${at}: unit ${unit} is unknown`]),
  ]
}

function overlaps(panels: readonly Panel[]): string[] {
  return panels.flatMap((one, index) =>
    panels
      .slice(index + 1)
      .filter((other) => one.gridPos && other.gridPos && overlap(one.gridPos, other.gridPos))
      .map((other) => `panels ${one.id} and ${other.id} overlap`),
  )
}

function annotationFaults({ annotations }: Dashboard): string[] {
  const foreign = (annotations.list ?? []).filter(({ datasource, target }) =>
    [datasource, target && 'datasource' in target ? target.datasource : undefined].some((source) => !isOurs(source)),
  )
  return foreign.map(({ name }) => `annotation ${name} asks our data source, by the variable`)
}

const isOurs = (source: unknown): boolean => JSON.stringify(source) === JSON.stringify(DATASOURCE)

/** What people read of a variable may hold a $ of its own; what Grafana fills in may not. */
const filledIn = ({ query, datasource, definition, allValue }: VariableModel): unknown => [query, datasource, definition, allValue]

function undefinedVariables({ panels, templating, annotations }: Dashboard): string[] {
  const variables = templating.list ?? []
  const defined = new Set(variables.map(({ name }) => name))
  const used = JSON.stringify([panels, annotations, variables.map(filledIn)]).matchAll(/\$\{?(\w+)/g)
  const unknown = [...used].map(([, name = '']) => name).filter((name) => !defined.has(name))
  return [...new Set(unknown)].map((name) => `variable ${name} is not defined`)
}

/** What Grafana would show wrongly, or not at all, without a word. */
export function lintDashboard(dashboard: Dashboard): string[] {
  const panels = (dashboard.panels ?? []).filter((panel): panel is Panel => panel.type !== 'row')
  return [
    ...(panels.length > 0 ? [] : ['there are panels']),
    ...(dashboard.uid ? [] : ['the dashboard has a uid of its own']),
    ...(dashboard.timezone === COUNTY_TIME_ZONE ? [] : ['days are those of the county']),
    ...(dashboard.weekStart === 'monday' ? [] : ['weeks begin on Monday']),
    ...panels.flatMap(panelFaults),
    ...overlaps(panels),
    ...annotationFaults(dashboard),
    ...undefinedVariables(dashboard),
  ]
}
