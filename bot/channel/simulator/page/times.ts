const ZONE = 'Asia/Shanghai'
const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const day = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, month: 'long', day: 'numeric' })
const PAUSE_MS = 5 * 60_000

export const clockTime = (at: string): string => clock.format(new Date(at))

/** The time that stands above a line when it is the first, or the first after a while, or the first of a day. */
export function timeAbove(at: string, before: string | undefined): string | undefined {
  const now = new Date(at)
  if (before === undefined || day.format(new Date(before)) !== day.format(now)) return `${day.format(now)} ${clock.format(now)}`
  return now.getTime() - new Date(before).getTime() > PAUSE_MS ? clock.format(now) : undefined
}
