/** The other way round: how a number or a time is said, for tests that go value → words → value. */

const DIGITS = '零一二三四五六七八九'

const digit = (value: number): string => DIGITS.charAt(value)

/** 1–99,999 in full: 一万零二十四. */
export function spokenNumber(value: number): string {
  const scales = ['', '十', '百', '千', '万'] as const
  const signs = [...String(value)].map(Number)
  let out = ''
  for (const [index, sign] of signs.entries()) {
    const scale = scales[signs.length - 1 - index] ?? ''
    if (sign !== 0) out += digit(sign) + scale
    else if (!out.endsWith('零')) out += '零'
  }
  const full = out.endsWith('零') ? out.slice(0, -1) : out
  return value >= 10 && value < 20 ? full.slice(1) : full
}

/** 250 → 两百五, 1200 → 一千二, 12000 → 一万二; undefined where nobody says it short. */
export function spokenShort(value: number): string | undefined {
  for (const [scale, sign] of [
    [10_000, '万'],
    [1000, '千'],
    [100, '百'],
  ] as const) {
    const head = Math.floor(value / scale)
    const tail = (value % scale) / (scale / 10)
    if (head < 1 || head > 9) continue
    if (!Number.isInteger(tail) || tail === 0) return undefined
    return `${head === 2 ? '两' : digit(head)}${sign}${digit(tail)}`
  }
  return undefined
}

/** 1024 → 一零二四. */
export const spokenDigits = (value: number): string => [...String(value)].map((sign) => digit(Number(sign))).join('')

export function spokenHour(hour: number, minute: number): string {
  const part = hour < 6 ? '凌晨' : hour < 12 ? '早上' : hour < 18 ? '下午' : '晚上'
  const clock = spokenNumber(hour > 12 ? hour - 12 : hour === 0 ? 12 : hour).replace('二', hour % 12 === 2 ? '两' : '二')
  const minutes = minute === 0 ? '' : minute === 30 ? '半' : minute === 15 ? '一刻' : spokenNumber(minute)
  return `${part}${clock}点${minutes}`
}
