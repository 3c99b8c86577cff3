import type { Builder } from '@grafana/grafana-foundation-sdk/cog'
import {
  CustomVariableBuilder,
  type Dashboard,
  DashboardBuilder,
  type Panel,
  TimeOptionBuilder,
  TimePickerBuilder,
} from '@grafana/grafana-foundation-sdk/dashboard'
import { PanelBuilder as Table } from '@grafana/grafana-foundation-sdk/table'
import { COUNTY_TIME_ZONE } from '@linggong/api/core/clock.ts'
import { BUCKET, OVERVIEW, RANGES, SOURCE } from './copy.ts'
import { type MetricPanel, metricPanel } from './panels.ts'
import { asTarget, DATASOURCE, sourceQuery } from './query.ts'

const PANELS: readonly MetricPanel[] = [
  { metric: 'workers_total', shape: 'figure', at: { x: 0, y: 0, w: 4, h: 5 } },
  { metric: 'workers_new', shape: 'figure', at: { x: 4, y: 0, w: 4, h: 5 } },
  { metric: 'orders_completed', shape: 'figure', at: { x: 8, y: 0, w: 4, h: 5 } },
  { metric: 'amount_settled', shape: 'figure', at: { x: 12, y: 0, w: 4, h: 5 } },
  { metric: 'insurance_coverage', shape: 'gauge', at: { x: 16, y: 0, w: 4, h: 5 } },
  { metric: 'high_risk_uninsured', shape: 'figure', at: { x: 20, y: 0, w: 4, h: 5 } },
  { metric: 'workers_new', shape: 'trend', at: { x: 0, y: 5, w: 12, h: 8 } },
  { metric: 'orders_completed', shape: 'trend', at: { x: 12, y: 5, w: 12, h: 8 } },
  { metric: 'amount_settled', shape: 'trend', at: { x: 0, y: 13, w: 12, h: 8 } },
  { metric: 'jobs_posted', shape: 'trend', at: { x: 12, y: 13, w: 12, h: 8 } },
  { metric: 'insurance_coverage', shape: 'townships', at: { x: 0, y: 21, w: 12, h: 11 } },
  { metric: 'workers_total', shape: 'townships', at: { x: 12, y: 21, w: 12, h: 11 } },
]

/** As of when, and whether anything of it is real. */
const sourcePanel = (id: number): Builder<Panel> =>
  new Table()
    .id(id)
    .title(SOURCE.title)
    .description(SOURCE.description)
    .datasource(DATASOURCE)
    .gridPos({ x: 0, y: 32, w: 24, h: 4 })
    .withTarget(asTarget(sourceQuery()))
    .overrideByName('dataAsOf', [{ id: 'displayName', value: SOURCE.dataAsOf }])
    .overrideByName('demo', [
      { id: 'displayName', value: SOURCE.demo },
      { id: 'mappings', value: [{ type: 'value', options: { true: { text: SOURCE.isDemo.true }, false: { text: SOURCE.isDemo.false } } }] },
    ])

const bucketVariable = (): CustomVariableBuilder =>
  new CustomVariableBuilder('bucket')
    .label(BUCKET.label)
    .allowCustomValue(false)
    .values(BUCKET.choices.map(({ text, value }) => `${text} : ${value}`).join(','))
    .options(BUCKET.choices.map((choice, index) => ({ ...choice, selected: index === 0 })))
    .current({ ...BUCKET.choices[0], selected: true })

const timePicker = (): TimePickerBuilder =>
  new TimePickerBuilder()
    .refreshIntervals(['1m', '5m', '15m', '1h'])
    .quickRanges(RANGES.map(({ display, from, to }) => new TimeOptionBuilder().display(display).from(from).to(to)))

/** Registrations, transactions, money and cover of the county; ids are given here, from 1, so that links to a panel stay right. */
export function overview(): Dashboard {
  const dashboard = new DashboardBuilder(OVERVIEW.title)
    .uid('linggong-overview')
    .description(OVERVIEW.description)
    .tags([...OVERVIEW.tags])
    .readonly()
    .timezone(COUNTY_TIME_ZONE)
    .weekStart('monday')
    .time({ from: RANGES[1].from, to: RANGES[1].to })
    .timepicker(timePicker())
    .refresh('5m')
    .withVariable(bucketVariable())
  for (const [index, about] of PANELS.entries()) dashboard.withPanel(metricPanel(index + 1, about))
  return dashboard.withPanel(sourcePanel(PANELS.length + 1)).build()
}
