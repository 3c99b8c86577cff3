import type { AnnotationQuery, AnnotationSupport } from '@grafana/data'
import { AnnotationEditor } from './annotation-editor.tsx'
import { EVERYTHING } from './asked.ts'
import type { StatisticsQuery } from './query.ts'

const EVENTS: StatisticsQuery = { refId: 'events', ask: 'events' }

/** Of what a dashboard may have stored, only where. */
const eventsOf = ({ target }: Partial<AnnotationQuery<StatisticsQuery>>): StatisticsQuery => ({
  ...EVENTS,
  region: target?.region ?? EVERYTHING,
})

/** The days that explain figures, and alerts, on every graph. There is nothing to choose, so nothing can be chosen wrongly. */
export const annotations: AnnotationSupport<StatisticsQuery> = {
  getDefaultQuery: () => ({ ...EVENTS }),
  prepareAnnotation: (stored: AnnotationQuery<StatisticsQuery>) => ({ ...stored, target: eventsOf(stored) }),
  prepareQuery: eventsOf,
  QueryEditor: AnnotationEditor,
}
