import { inCounty } from '@linggong/api/core/clock.ts'
import { fen, yuanText } from '@linggong/api/core/money.ts'

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const
const NEAR_DAYS = ['今天', '明天', '后天'] as const

/** The one way a moment is written: 明天(11月24日 周二) 07:00. */
export function momentText(at: string, now: Temporal.Instant): string {
  const moment = inCounty(Temporal.Instant.from(at))
  const clock = moment.toPlainTime().toString({ smallestUnit: 'minute' })
  return `${dayText(moment.toPlainDate(), now)} ${clock}`
}

export function dayText(day: Temporal.PlainDate, now: Temporal.Instant): string {
  const calendar = `${day.month}月${day.day}日 周${WEEKDAYS[day.dayOfWeek - 1]}`
  const near = NEAR_DAYS[inCounty(now).toPlainDate().until(day).days]
  return near === undefined ? calendar : `${near}(${calendar})`
}

export const yuan = (amountFen: number): string => `${yuanText(fen(amountFen))}元`

/** To a tenth of an hour. */
export const hoursText = (minutes: number): string => `${Math.round(minutes / 6) / 10}小时`

const UNIT = { day: '天', hour: '小时', job: '人' } as const

/** The one way pay is written: 180元/天. */
export const payText = ({ amountFen, unit }: { amountFen: number; unit: keyof typeof UNIT }): string => `${yuan(amountFen)}/${UNIT[unit]}`

export const lines = (...texts: readonly (string | false | null | undefined)[]): string =>
  texts.filter((text) => typeof text === 'string').join('\n')

/** Words of a person in a list, where one long story must not push the others out. */
export function short(text: string, characters: number): string {
  const signs = [...text.replaceAll('\n', ' ')]
  return signs.length <= characters ? signs.join('') : `${signs.slice(0, characters - 1).join('')}…`
}

/** At most so many characters, and never half of one. */
export const clip = (text: string, characters: number): string => text.slice(0, characters).replace(/[\uD800-\uDBFF]$/, '')
