import type { DataFrame, DataQueryError } from '@grafana/data'
import { alertsFrame } from './alerts-frame.ts'
import type { StatisticsApi, Told } from './api.ts'
import { narrowed, type Stretch } from './asked.ts'
import type { Copy } from './copy.ts'
import { eventsFrame } from './events-frame.ts'
import { type Fault, faultText } from './fault.ts'
import { frameOf } from './frame.ts'
import { freshnessFrame } from './freshness-frame.ts'
import { noticesOf } from './notices.ts'
import { askedOf, type StatisticsQuery } from './query.ts'

export interface Answering {
  readonly api: StatisticsApi
  readonly stretch: Stretch
  readonly copy: Copy
  /** Fills in the variables of the dashboard. */
  readonly fill: (text: string) => string
}

export type Answer = { readonly frame: DataFrame } | { readonly error: DataQueryError }

async function figuresFrame(query: StatisticsQuery, { api, stretch, copy, fill }: Answering): Promise<Told<DataFrame>> {
  const metrics = await api.metrics()
  if (!metrics.ok) return metrics
  const wished = askedOf(query, fill)
  const metric = metrics.value.find(({ id }) => id === wished.metric)
  if (metric === undefined) return { ok: false, fault: { kind: 'refused', field: 'metric', title: wished.metric } }
  const { asked, isWider } = narrowed(wished, metric.breakdowns)
  const told = await api.figures(asked, stretch)
  if (!told.ok) return told
  return { ok: true, value: frameOf(told.value, { refId: query.refId, notices: noticesOf(told.value, isWider, copy) }, copy) }
}

async function annotationsFrame(query: StatisticsQuery, { api, stretch, fill }: Answering): Promise<Told<DataFrame>> {
  const told = await api.events(stretch, askedOf(query, fill).region)
  return told.ok ? { ok: true, value: eventsFrame(told.value, query.refId) } : told
}

async function alertList(query: StatisticsQuery, { api, stretch, copy, fill }: Answering): Promise<Told<DataFrame>> {
  const told = await api.alerts(stretch, askedOf(query, fill).region)
  return told.ok ? { ok: true, value: alertsFrame(told.value, query.refId, copy) } : told
}

async function ageFrame({ refId }: StatisticsQuery, { api, copy }: Answering): Promise<Told<DataFrame>> {
  const told = await api.health()
  return told.ok ? { ok: true, value: freshnessFrame(told.value, refId, copy) } : told
}

const FRAMES = { figures: figuresFrame, events: annotationsFrame, alerts: alertList, freshness: ageFrame } as const satisfies Record<
  string,
  unknown
>

const failed = (fault: Fault, { refId }: StatisticsQuery, copy: Copy): Answer => ({ error: { refId, message: faultText(fault, copy) } })

/** One target of a panel; what went wrong with it stays its own, so the others are drawn. */
export async function answerQuery(query: StatisticsQuery, answering: Answering): Promise<Answer> {
  const told = await FRAMES[query.ask ?? 'figures'](query, answering)
  return told.ok ? { frame: told.value } : failed(told.fault, query, answering.copy)
}
