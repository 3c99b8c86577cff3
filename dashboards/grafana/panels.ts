import { PanelBuilder as BarGauge } from '@grafana/grafana-foundation-sdk/bargauge'
import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog'
import {
  BarGaugeDisplayMode,
  type DataSourceRef,
  GraphDrawStyle,
  ReduceDataOptionsBuilder,
  StackingConfigBuilder,
  StackingMode,
  VizOrientation,
} from '@grafana/grafana-foundation-sdk/common'
import {
  type GridPos,
  type Panel,
  type ThresholdsConfig,
  ThresholdsConfigBuilder,
  ThresholdsMode,
} from '@grafana/grafana-foundation-sdk/dashboard'
import { PanelBuilder as Gauge } from '@grafana/grafana-foundation-sdk/gauge'
import { PanelBuilder as Stat } from '@grafana/grafana-foundation-sdk/stat'
import { PanelBuilder as Table } from '@grafana/grafana-foundation-sdk/table'
import { PanelBuilder as TimeSeries } from '@grafana/grafana-foundation-sdk/timeseries'
import { isCollected, METRICS, type MetricId } from '@linggong/api/core/statistics/catalogue.ts'
import { metricCard } from '@linggong/api/core/statistics/metric-card.ts'
import { ALERTS, FRESHNESS, NEWEST_MONTH, NOT_COLLECTED, NOTHING_YET, PANEL_TITLE, UNIT_NAME } from './copy.ts'
import { GOALS, NO_GOAL } from './goals.ts'
import type { Placed, Shown } from './layout.ts'
import {
  alertsTarget,
  asTarget,
  barsTarget,
  DATASOURCE,
  figureBucket,
  figureTarget,
  freshnessTarget,
  type Target,
  trendTarget,
} from './query.ts'

/** What the builders of all panels have in common. */
interface Dress {
  id(id: number): this
  title(title: string): this
  description(description: string): this
  datasource(datasource: DataSourceRef): this
  gridPos(gridPos: GridPos): this
  withTarget(target: Builder<Dataquery>): this
  unit(unit: string): this
  noValue(noValue: string): this
  thresholds(thresholds: Builder<ThresholdsConfig>): this
}

const thresholdsOf = (metric: MetricId): ThresholdsConfigBuilder =>
  new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps([...(GOALS[metric] ?? NO_GOAL)])

const isShare = (metric: MetricId): boolean => METRICS[metric].unit === 'ratio'

function unitOf(metric: MetricId): string {
  const { unit } = METRICS[metric]
  return unit === 'ratio' ? 'percentunit' : `suffix:${UNIT_NAME[unit]}`
}

function titleOf(shown: Shown): string {
  const card = metricCard(shown.metric)
  const isNewest = shown.shape !== 'trend' && shown.shape !== 'stack' && figureBucket(card) === 'month'
  const name = isNewest ? `${card.name}${NEWEST_MONTH}` : card.name
  return 'breakdown' in shown ? PANEL_TITLE[shown.shape](name, shown.breakdown) : PANEL_TITLE[shown.shape](name)
}

/** The definition stands behind the title of every panel, so that nobody has to guess what a figure counts. */
function dressed<P extends Dress>(panel: P, { shown, at, target, id }: Placed & { target: Target; id: number }): P {
  const { metric } = shown
  return panel
    .id(id)
    .title(titleOf(shown))
    .description(metricCard(metric).definition)
    .datasource(DATASOURCE)
    .gridPos({ ...at })
    .withTarget(asTarget(target))
    .unit(unitOf(metric))
    .noValue(isCollected(metric) ? NOTHING_YET : NOT_COLLECTED)
    .thresholds(thresholdsOf(metric))
}

const oneFigure = (): ReduceDataOptionsBuilder => new ReduceDataOptionsBuilder().values(false).calcs(['lastNotNull']).fields('')
const everyRow = (): ReduceDataOptionsBuilder => new ReduceDataOptionsBuilder().values(true).limit(100).calcs(['lastNotNull']).fields('')

const asShares = <P extends { min(min: number): P; max(max: number): P }>(panel: P, metric: MetricId): P =>
  isShare(metric) ? panel.min(0).max(1) : panel

/** Bars, not a line: a flow belongs to its day, there is nothing between two days. */
const bars = (panel: TimeSeries): TimeSeries => panel.drawStyle(GraphDrawStyle.Bars).fillOpacity(70).axisSoftMin(0)

export function metricPanel(id: number, { shown, at }: Placed): Builder<Panel> {
  const { metric } = shown
  const asking = (target: Target) => ({ shown, at, id, target })
  switch (shown.shape) {
    case 'figure':
      return dressed(new Stat(), asking(figureTarget(metric))).reduceOptions(oneFigure())
    case 'gauge':
      return asShares(dressed(new Gauge(), asking(figureTarget(metric))).reduceOptions(oneFigure()), metric)
    case 'trend':
      return bars(dressed(new TimeSeries(), asking(trendTarget(metric))))
    case 'stack':
      return bars(dressed(new TimeSeries(), asking(trendTarget(metric, shown.breakdown)))).stacking(
        new StackingConfigBuilder().mode(StackingMode.Normal).group('A'),
      )
    case 'bars':
      return asShares(dressed(new BarGauge(), asking(barsTarget(metric, shown.breakdown))).reduceOptions(everyRow()), metric)
        .orientation(VizOrientation.Horizontal)
        .displayMode(BarGaugeDisplayMode.Basic)
  }
}

/** A panel across the whole width that is about no metric. */
const wide = <P extends Dress>(
  panel: P,
  {
    id,
    y,
    height,
    about,
    target,
  }: { id: number; y: number; height: number; about: { title: string; description: string }; target: Target },
): P =>
  panel
    .id(id)
    .title(about.title)
    .description(about.description)
    .datasource(DATASOURCE)
    .gridPos({ x: 0, y, w: 24, h: height })
    .withTarget(asTarget(target))

export const ALERTS_HEIGHT = 8

/** What somebody should look at, the newest first. */
export const alertsPanel = (id: number, y: number): Builder<Panel> =>
  wide(new Table(), { id, y, height: ALERTS_HEIGHT, about: ALERTS, target: alertsTarget() }).noValue(ALERTS.none)

/** As of when, and whether anything of it is real. */
export const freshnessPanel = (id: number, y: number): Builder<Panel> =>
  wide(new Stat(), { id, y, height: 3, about: FRESHNESS, target: freshnessTarget() })
    .reduceOptions(new ReduceDataOptionsBuilder().values(false).calcs(['lastNotNull']).fields('/.*/'))
    .thresholds(new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps([...NO_GOAL]))
