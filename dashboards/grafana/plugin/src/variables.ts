import { CustomVariableSupport, type DataQueryRequest, type DataQueryResponse, type DataSourceApi } from '@grafana/data'
import { getTemplateSrv } from '@grafana/runtime'
import { from, type Observable } from 'rxjs'
import type { StatisticsApi } from './api.ts'
import { choicesFrame } from './choices-frame.ts'
import { type Copy, copy } from './copy.ts'
import { faultText } from './fault.ts'
import type { SourceOptions, StatisticsQuery, VariableQuery } from './query.ts'
import type { Choice } from './shapes.ts'
import { VariableEditor } from './variable-editor.tsx'

/** Townships begin with the county they lie in, so that one variable says where, and all of it is a choice like any other. */
const withCounty = (townships: readonly Choice[], county: string, { editor }: Copy): readonly Choice[] =>
  county === '' ? townships : [{ text: editor.wholeCounty, value: county }, ...townships]

/** What a dashboard lets choose from; a class, because Grafana asks for one. */
export class StatisticsVariables extends CustomVariableSupport<DataSourceApi<StatisticsQuery, SourceOptions>, VariableQuery> {
  readonly editor = VariableEditor
  readonly #api: StatisticsApi

  constructor(api: StatisticsApi) {
    super()
    this.#api = api
  }

  override query(request: DataQueryRequest<VariableQuery>): Observable<DataQueryResponse> {
    return from(this.#choices(request))
  }

  async #choices({ targets: [target], scopedVars }: DataQueryRequest<VariableQuery>): Promise<DataQueryResponse> {
    const { refId = 'variable', kind = 'townships', county = '' } = target ?? {}
    const told = await this.#api.choices(kind)
    if (!told.ok) throw new Error(faultText(told.fault, copy()))
    const choices = kind === 'townships' ? withCounty(told.value, getTemplateSrv().replace(county, scopedVars), copy()) : told.value
    return { data: [choicesFrame(choices, refId)] }
  }
}
