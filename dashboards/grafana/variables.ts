import type { Builder } from '@grafana/grafana-foundation-sdk/cog'
import {
  CustomVariableBuilder,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  type VariableModel,
  VariableRefresh,
} from '@grafana/grafana-foundation-sdk/dashboard'
import { BUCKET, VARIABLE } from './copy.ts'
import { EVERYTHING } from './plugin/src/asked.ts'
import { DATASOURCE, PLUGIN_ID } from './query.ts'

const SOURCE_NAME = 'linggong-statistics'

const datasource = (): Builder<VariableModel> =>
  new DatasourceVariableBuilder('datasource')
    .label(VARIABLE.datasource)
    .type(PLUGIN_ID)
    .current({ text: SOURCE_NAME, value: SOURCE_NAME, selected: true })

/** Choices that the county's API knows; asked for whenever a dashboard is opened. */
const asked = (name: 'county' | 'township' | 'trade', query: Readonly<Record<string, string>>): QueryVariableBuilder =>
  new QueryVariableBuilder(name)
    .label(VARIABLE[name])
    .datasource(DATASOURCE)
    .query({ refId: name, ...query })
    .definition(Object.values(query).join(' '))
    .refresh(VariableRefresh.OnDashboardLoad)
    .allowCustomValue(false)

/** The first of the townships is the county as a whole, so the one variable says where. */
const places = (): readonly Builder<VariableModel>[] => [
  asked('county', { kind: 'counties' }),
  asked('township', { kind: 'townships', county: '$county' }),
  asked('trade', { kind: 'trades' }).includeAll(true).allValue(EVERYTHING).current({ text: 'All', value: '$__all', selected: true }),
]

const bucket = (): Builder<VariableModel> =>
  new CustomVariableBuilder('bucket')
    .label(BUCKET.label)
    .allowCustomValue(false)
    .values(BUCKET.choices.map(({ text, value }) => `${text} : ${value}`).join(','))
    .options(BUCKET.choices.map((choice, index) => ({ ...choice, selected: index === 0 })))
    .current({ ...BUCKET.choices[0], selected: true })

export const boardVariables = (): readonly Builder<VariableModel>[] => [datasource(), ...places(), bucket()]
