import type { QueryResultMetaNotice } from '@grafana/data'
import type { Copy } from './copy.ts'
import type { Figures } from './shapes.ts'

const DATE_TIME: Intl.DateTimeFormatOptions = { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }

/** A moment as the county's clock shows it. */
export const whenText = (instant: string): string => new Intl.DateTimeFormat('zh-CN', DATE_TIME).format(new Date(instant))

/** What has to stand beside figures so that nobody reads more out of them than they say. */
export function noticesOf(figures: Figures, isWider: boolean, { notice }: Copy): QueryResultMetaNotice[] {
  const { metric, dataAsOf, demo, suppressed, revisions } = figures
  const info = (text: string): QueryResultMetaNotice => ({ severity: 'info', text })
  const warning = (text: string): QueryResultMetaNotice => ({ severity: 'warning', text })
  return [
    info(notice.asOf(whenText(dataAsOf))),
    ...(demo ? [warning(notice.demo)] : []),
    ...(metric.collected ? [] : [warning(notice.notCollected(metric.name))]),
    ...(suppressed > 0 ? [info(notice.suppressed(suppressed))] : []),
    ...(revisions.length > 0 ? [info(notice.revised(revisions.length))] : []),
    ...(isWider ? [warning(notice.allTrades(metric.name))] : []),
  ]
}
