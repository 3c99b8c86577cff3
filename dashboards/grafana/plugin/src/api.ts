import { getBackendSrv } from '@grafana/runtime'
import { lastValueFrom } from 'rxjs'
import type * as z from 'zod/mini'
import { type Asked, alertsPath, choicesPath, eventsPath, figuresPath, HEALTH_PATH, METRICS_PATH, type Stretch } from './asked.ts'
import { type Fault, faultOf, MISMATCH } from './fault.ts'
import {
  type Alert,
  alertsShape,
  type Choice,
  type CountyEvent,
  choicesShape,
  eventsShape,
  type Figures,
  figuresShape,
  type Health,
  healthShape,
  type Metric,
  metricsShape,
} from './shapes.ts'

export type Told<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault }

export interface StatisticsApi {
  metrics(): Promise<Told<readonly Metric[]>>
  figures(asked: Asked, stretch: Stretch): Promise<Told<Figures>>
  choices(kind: string): Promise<Told<readonly Choice[]>>
  events(stretch: Stretch, region: string): Promise<Told<readonly CountyEvent[]>>
  alerts(stretch: Stretch, region: string): Promise<Told<readonly Alert[]>>
  health(): Promise<Told<Health>>
}

async function answerTo<T>(url: string, shape: z.ZodMiniType<T>): Promise<Told<T>> {
  try {
    const { data } = await lastValueFrom(getBackendSrv().fetch<unknown>({ url, showErrorAlert: false, showSuccessAlert: false }))
    const read = shape.safeParse(data)
    return read.success ? { ok: true, value: read.data } : { ok: false, fault: MISMATCH }
  } catch (error) {
    return { ok: false, fault: faultOf(error) }
  }
}

const mapped = <T, U>(told: Told<T>, to: (value: T) => U): Told<U> => (told.ok ? { ok: true, value: to(told.value) } : told)

/** The county's statistics behind Grafana's proxy, which puts the token in. Each answer is read once, here. */
export function statisticsApi(url: string): StatisticsApi {
  let catalogue: Promise<Told<readonly Metric[]>> | undefined
  const ask = async () => mapped(await answerTo(`${url}${METRICS_PATH}`, metricsShape), ({ metrics }) => metrics)
  return {
    /** Asked once a page, for every panel needs it; again where it failed. */
    async metrics() {
      catalogue ??= ask()
      const told = await catalogue
      if (!told.ok) catalogue = undefined
      return told
    },
    figures: (asked, stretch) => answerTo(`${url}${figuresPath(asked, stretch)}`, figuresShape),
    choices: async (kind) => mapped(await answerTo(`${url}${choicesPath(kind)}`, choicesShape), ({ values }) => values),
    events: async (stretch, region) => mapped(await answerTo(`${url}${eventsPath(stretch, region)}`, eventsShape), ({ events }) => events),
    alerts: async (stretch, region) => mapped(await answerTo(`${url}${alertsPath(stretch, region)}`, alertsShape), ({ alerts }) => alerts),
    health: () => answerTo(`${url}${HEALTH_PATH}`, healthShape),
  }
}
