const ZONE = 'Asia/Shanghai'
const NOTICE = { minutes: 20 }

/**
 * The next half hour that is at least twenty minutes away, as people say it: near enough to start work at once, and at any time of the day;
 * in the night it is before the hour up to which the group is left to sleep.
 */
export function soon(now: Temporal.Instant): { readonly at: Temporal.ZonedDateTime; readonly words: string } {
  const at = now.toZonedDateTimeISO(ZONE).add(NOTICE).round({ smallestUnit: 'minute', roundingIncrement: 30, roundingMode: 'ceil' })
  const hour = at.hour > 12 ? at.hour - 12 : at.hour
  return { at, words: `${at.month}月${at.day}日${partOfDay(at.hour)}${hour}点${at.minute === 0 ? '' : '半'}` }
}

function partOfDay(hour: number): string {
  if (hour < 6) return '凌晨'
  if (hour < 11) return '早上'
  if (hour < 13) return '中午'
  return hour < 18 ? '下午' : '晚上'
}
