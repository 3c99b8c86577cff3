import {
  type CoreApp,
  type DataFrame,
  type DataQueryError,
  type DataQueryRequest,
  type DataQueryResponse,
  DataSourceApi,
  type DataSourceInstanceSettings,
  type ScopedVars,
  type TestDataSourceResponse,
} from '@grafana/data'
import { getTemplateSrv } from '@grafana/runtime'
import { annotations } from './annotations.ts'
import { answerQuery } from './answer-query.ts'
import { type StatisticsApi, statisticsApi } from './api.ts'
import type { Stretch } from './asked.ts'
import { copy } from './copy.ts'
import { healthOf } from './health.ts'
import { askedOf, NEW_QUERY, type SourceOptions, type StatisticsQuery } from './query.ts'
import { StatisticsVariables } from './variables.ts'

const filling = (scoped: ScopedVars) => (text: string) => getTemplateSrv().replace(text, scoped)

const stretchOf = ({ range }: DataQueryRequest<StatisticsQuery>): Stretch => ({ fromMs: range.from.valueOf(), toMs: range.to.valueOf() })

/** What Grafana makes of the data source's settings: a class, because Grafana asks for one. */
export class StatisticsSource extends DataSourceApi<StatisticsQuery, SourceOptions> {
  readonly api: StatisticsApi

  constructor(settings: DataSourceInstanceSettings<SourceOptions>) {
    super(settings)
    this.api = statisticsApi(settings.url ?? '')
    this.annotations = annotations
    this.variables = new StatisticsVariables(this.api)
  }

  override getDefaultQuery(_app: CoreApp): Partial<StatisticsQuery> {
    return { ...NEW_QUERY }
  }

  override filterQuery({ metric = '', ask = 'figures' }: StatisticsQuery): boolean {
    return metric !== '' || ask !== 'figures'
  }

  override interpolateVariablesInQueries(queries: StatisticsQuery[], scoped: ScopedVars): StatisticsQuery[] {
    return queries.map((query) => ({ ...query, ...askedOf(query, filling(scoped)) }))
  }

  override async query(request: DataQueryRequest<StatisticsQuery>): Promise<DataQueryResponse> {
    const targets = request.targets.filter((target) => target.hide !== true && this.filterQuery(target))
    const answering = { api: this.api, stretch: stretchOf(request), copy: copy(), fill: filling(request.scopedVars) }
    const answers = await Promise.all(targets.map((target) => answerQuery(target, answering)))
    const data = answers.flatMap((answer): DataFrame[] => ('frame' in answer ? [answer.frame] : []))
    const errors = answers.flatMap((answer): DataQueryError[] => ('error' in answer ? [answer.error] : []))
    return errors.length > 0 ? { data, errors } : { data }
  }

  override testDatasource(): Promise<TestDataSourceResponse> {
    return healthOf(this.api, copy())
  }
}
