import { PanelBuilder as BarGauge } from '@grafana/grafana-foundation-sdk/bargauge'
import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog'
import type { DataSourceRef } from '@grafana/grafana-foundation-sdk/common'
import { BarGaugeDisplayMode, GraphDrawStyle, ReduceDataOptionsBuilder, VizOrientation } from '@grafana/grafana-foundation-sdk/common'
import {
  type DataTransformerConfig,
  type GridPos,
  type Panel,
  type Threshold,
  type ThresholdsConfig,
  ThresholdsConfigBuilder,
  ThresholdsMode,
} from '@grafana/grafana-foundation-sdk/dashboard'
import { PanelBuilder as Gauge } from '@grafana/grafana-foundation-sdk/gauge'
import { PanelBuilder as Stat } from '@grafana/grafana-foundation-sdk/stat'
import { PanelBuilder as TimeSeries } from '@grafana/grafana-foundation-sdk/timeseries'
import { METRICS, type MetricId } from '@linggong/api/core/statistics/catalogue.ts'
import { metricCard } from '@linggong/api/core/statistics/metric-card.ts'
import { NO_TOWNSHIP, NOTHING_YET, PANEL_TITLE, UNIT_NAME } from './copy.ts'
import { asTarget, DATASOURCE, figureQuery, type InfinityQuery, isMoney, shownColumn, townshipQuery, trendQuery } from './query.ts'

/** A metric in one of four shapes, at its place on the dashboard's grid of 24 columns. */
export interface MetricPanel {
  readonly metric: MetricId
  readonly shape: keyof typeof PANEL_TITLE
  readonly at: Readonly<GridPos>
}

/** What the builders of all panels have in common. */
interface Dress {
  id(id: number): this
  title(title: string): this
  description(description: string): this
  datasource(datasource: DataSourceRef): this
  gridPos(gridPos: GridPos): this
  withTarget(target: Builder<Dataquery>): this
  withTransformation(transformation: DataTransformerConfig): this
  unit(unit: string): this
  noValue(noValue: string): this
  thresholds(thresholds: Builder<ThresholdsConfig>): this
}

/** Where a figure has a target it is coloured by it: 95 % of all starts covered, nobody uninsured at high risk. */
const TARGETS: Readonly<Partial<Record<MetricId, readonly Threshold[]>>> = {
  insurance_coverage: [
    { color: 'red', value: null },
    { color: 'orange', value: 0.8 },
    { color: 'green', value: 0.95 },
  ],
  high_risk_uninsured: [
    { color: 'green', value: null },
    { color: 'red', value: 1 },
  ],
}

const thresholdsOf = (metric: MetricId): ThresholdsConfigBuilder =>
  new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps([...(TARGETS[metric] ?? [{ color: 'blue', value: null }])])

function unitOf(metric: MetricId): string {
  const { unit } = METRICS[metric]
  return unit === 'ratio' ? 'percentunit' : `suffix:${UNIT_NAME[unit]}`
}

/** Names the column after the metric and hides the fen behind the yuan. */
const columnsOf = (metric: MetricId): DataTransformerConfig => ({
  id: 'organize',
  options: {
    excludeByName: isMoney(metric) ? { value: true } : {},
    indexByName: {},
    renameByName: { [shownColumn(metric)]: metricCard(metric).name },
  },
})

function dressed<P extends Dress>(panel: P, id: number, { metric, shape, at, query }: MetricPanel & { query: InfinityQuery }): P {
  const { name, definition } = metricCard(metric)
  return panel
    .id(id)
    .title(PANEL_TITLE[shape](name))
    .description(definition)
    .datasource(DATASOURCE)
    .gridPos({ ...at })
    .withTarget(asTarget(query))
    .withTransformation(columnsOf(metric))
    .unit(unitOf(metric))
    .noValue(NOTHING_YET)
    .thresholds(thresholdsOf(metric))
}

const oneFigure = (): ReduceDataOptionsBuilder => new ReduceDataOptionsBuilder().values(false).calcs(['lastNotNull']).fields('')
const everyRow = (): ReduceDataOptionsBuilder => new ReduceDataOptionsBuilder().values(true).limit(100).calcs(['lastNotNull']).fields('')

/** A person or job without a township shows as such instead of as a bar without a name. */
const NAMED_TOWNSHIPS = [{ id: 'mappings', value: [{ type: 'value', options: { '': { text: NO_TOWNSHIP } } }] }]

const asShares = (panel: BarGauge | Gauge, metric: MetricId): void => {
  if (METRICS[metric].unit === 'ratio') panel.min(0).max(1)
}

function figure(id: number, about: MetricPanel): Builder<Panel> {
  return dressed(new Stat(), id, { ...about, query: figureQuery(about.metric) }).reduceOptions(oneFigure())
}

function gauge(id: number, about: MetricPanel): Builder<Panel> {
  const panel = dressed(new Gauge(), id, { ...about, query: figureQuery(about.metric) }).reduceOptions(oneFigure())
  asShares(panel, about.metric)
  return panel
}

/** Bars, not a line: a flow belongs to its day, there is nothing between two days. */
function trend(id: number, about: MetricPanel): Builder<Panel> {
  return dressed(new TimeSeries(), id, { ...about, query: trendQuery(about.metric) })
    .drawStyle(GraphDrawStyle.Bars)
    .fillOpacity(70)
    .axisSoftMin(0)
}

function townships(id: number, about: MetricPanel): Builder<Panel> {
  const panel = dressed(new BarGauge(), id, { ...about, query: townshipQuery(about.metric) })
    .reduceOptions(everyRow())
    .orientation(VizOrientation.Horizontal)
    .displayMode(BarGaugeDisplayMode.Basic)
    .overrideByName('region', NAMED_TOWNSHIPS)
  asShares(panel, about.metric)
  return panel
}

const BUILD = { figure, gauge, trend, townships } as const satisfies Record<MetricPanel['shape'], unknown>

export const metricPanel = (id: number, about: MetricPanel): Builder<Panel> => BUILD[about.shape](id, about)
