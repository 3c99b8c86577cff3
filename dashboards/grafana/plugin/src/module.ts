import { DataSourcePlugin } from '@grafana/data'
import { ConfigEditor } from './config-editor.tsx'
import type { SourceOptions, SourceSecrets, StatisticsQuery } from './query.ts'
import { QueryEditor } from './query-editor.tsx'
import { StatisticsSource } from './source.ts'

/** What Grafana loads. */
export const plugin = new DataSourcePlugin<StatisticsSource, StatisticsQuery, SourceOptions, SourceSecrets>(StatisticsSource)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor)
