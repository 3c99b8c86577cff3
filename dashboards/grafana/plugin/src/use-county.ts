import { getTemplateSrv } from '@grafana/runtime'
import { useEffect, useState } from 'react'
import type { StatisticsApi } from './api.ts'
import type { Options } from './choices.ts'
import type { Fault } from './fault.ts'
import type { StatisticsQuery } from './query.ts'
import type { Choice, Metric } from './shapes.ts'

export interface County {
  readonly metrics: readonly Metric[]
  readonly townships: readonly Choice[]
  readonly trades: readonly Choice[]
  readonly fault?: Fault
}

const NOTHING: County = { metrics: [], townships: [], trades: [] }

async function read(api: StatisticsApi): Promise<County> {
  const [metrics, townships, trades] = await Promise.all([api.metrics(), api.choices('townships'), api.choices('trades')])
  if (!metrics.ok) return { ...NOTHING, fault: metrics.fault }
  return { metrics: metrics.value, townships: townships.ok ? townships.value : [], trades: trades.ok ? trades.value : [] }
}

const dashboardVariables = (): Options =>
  getTemplateSrv()
    .getVariables()
    .map(({ name }) => ({ value: `$${name}`, label: `$${name}` }))

export interface OfferedCounty extends County {
  readonly variables: Options
}

/** What every part of the query editor works on. */
export interface Editing {
  readonly query: StatisticsQuery
  readonly county: OfferedCounty
  readonly set: (next: StatisticsQuery) => void
}

/** What an editor offers: the county's metrics, townships and trades, and the variables of the dashboard; undefined until it is known. */
export function useCounty(api: StatisticsApi): OfferedCounty | undefined {
  const [county, setCounty] = useState<County>()
  useEffect(() => {
    let isGone = false
    read(api).then((told) => isGone || setCounty(told))
    return () => {
      isGone = true
    }
  }, [api])
  return county && { ...county, variables: dashboardVariables() }
}
