import type { AnnotationQuery, AnnotationSupport } from '@grafana/data'
import { AnnotationEditor } from './annotation-editor.tsx'
import type { StatisticsQuery } from './query.ts'

const EVENTS: StatisticsQuery = { refId: 'events', ask: 'events' }

/** The days that explain figures, on every graph. There is nothing to choose, so nothing can be chosen wrongly. */
export const annotations: AnnotationSupport<StatisticsQuery> = {
  getDefaultQuery: () => ({ ...EVENTS }),
  prepareAnnotation: (stored: AnnotationQuery<StatisticsQuery>) => ({ ...stored, target: { ...EVENTS } }),
  prepareQuery: () => ({ ...EVENTS }),
  QueryEditor: AnnotationEditor,
}
