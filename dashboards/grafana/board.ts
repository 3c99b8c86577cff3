import type { Builder } from '@grafana/grafana-foundation-sdk/cog'
import {
  type AnnotationQuery,
  AnnotationQueryBuilder,
  type Dashboard,
  DashboardBuilder,
  DashboardLinkBuilder,
  DashboardLinkType,
  TimeOptionBuilder,
  TimePickerBuilder,
} from '@grafana/grafana-foundation-sdk/dashboard'
import { COUNTY_TIME_ZONE } from '@linggong/api/core/clock.ts'
import { BOARD, EVENTS, RANGES, TAG } from './copy.ts'
import { type Band, laidOut } from './layout.ts'
import { ALERTS_HEIGHT, alertsPanel, freshnessPanel, metricPanel } from './panels.ts'
import { asTarget, DATASOURCE, eventsTarget } from './query.ts'
import { boardVariables } from './variables.ts'

export type BoardName = keyof typeof BOARD

const timePicker = (): TimePickerBuilder =>
  new TimePickerBuilder()
    .refreshIntervals(['1m', '5m', '15m', '1h'])
    .quickRanges(RANGES.map(({ display, from, to }) => new TimeOptionBuilder().display(display).from(from).to(to)))

/** The festivals, harvests, days of new rules and alerts, on every graph: nobody should take a holiday for a slump. */
const events = (): Builder<AnnotationQuery> =>
  new AnnotationQueryBuilder().name(EVENTS).datasource(DATASOURCE).enable(true).iconColor('orange').target(asTarget(eventsTarget()))

/** From one dashboard to the others, with what was chosen. */
const links = (): DashboardLinkBuilder =>
  new DashboardLinkBuilder(TAG).type(DashboardLinkType.Dashboards).tags([TAG]).asDropdown(false).includeVars(true).keepTime(true)

/** A dashboard of bands of panels; ids are given here, from 1, so that links to a panel stay right. */
export function board(name: BoardName, bands: readonly Band[]): Dashboard {
  const { title, description } = BOARD[name]
  const dashboard = new DashboardBuilder(title)
    .uid(`linggong-${name}`)
    .description(description)
    .tags([TAG])
    .readonly()
    .timezone(COUNTY_TIME_ZONE)
    .weekStart('monday')
    .time({ from: RANGES[1].from, to: RANGES[1].to })
    .timepicker(timePicker())
    .refresh('5m')
    .link(links())
    .annotation(events())
  for (const variable of boardVariables()) dashboard.withVariable(variable)
  const placed = laidOut(bands)
  for (const [index, panel] of placed.entries()) dashboard.withPanel(metricPanel(index + 1, panel))
  const below = bands.reduce((height, band) => height + band.height, 0)
  dashboard.withPanel(alertsPanel(placed.length + 1, below))
  return dashboard.withPanel(freshnessPanel(placed.length + 2, below + ALERTS_HEIGHT)).build()
}
