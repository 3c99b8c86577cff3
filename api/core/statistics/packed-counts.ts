/**
 * What was counted at one spot in a month, as one text: `measure=day:count count` for each measure, in order, each begun and ended by a
 * semicolon; a count without a day is that of the day after. A question wants one or two of many measures; a text is read from the database,
 * and looked through, without taking it apart, and how fast that goes is a matter of its length.
 */
export type PackedCounts = string

const [BETWEEN, IS] = [';', '=']

/** The days of a measure, packed; undefined where nothing was counted. */
export function daysIn(packed: PackedCounts, measure: string): string | undefined {
  const at = packed.indexOf(`${BETWEEN}${measure}${IS}`)
  if (at < 0) return undefined
  const from = at + measure.length + 2
  return packed.slice(from, packed.indexOf(BETWEEN, from))
}

export function* measuresIn(packed: PackedCounts): Generator<readonly [measure: string, days: string]> {
  for (let at = 0; at < packed.length - 1; ) {
    const end = packed.indexOf(BETWEEN, at + 1)
    const is = packed.indexOf(IS, at)
    yield [packed.slice(at + 1, is), packed.slice(is + 1, end)]
    at = end
  }
}

/** In the order of the measures, so that the same counts are the same text; what has no days is left out. */
export function pack(counts: Iterable<readonly [measure: string, days: string]>): PackedCounts {
  const all = [...counts].filter(([, days]) => days !== '').sort(([one], [other]) => (one < other ? -1 : 1))
  return all.length === 0 ? '' : `${BETWEEN}${all.map(([measure, days]) => `${measure}${IS}${days}`).join(BETWEEN)}${BETWEEN}`
}

/** The days of a measure with what was counted on each; a day of nothing is left out. */
export function packDays(counts: Iterable<readonly [day: number, count: number]>): string {
  const days = [...counts].filter(([, count]) => count !== 0).sort(([one], [other]) => one - other)
  return days.map(([day, count], at) => (at > 0 && days[at - 1]?.[0] === day - 1 ? `${count}` : `${day}:${count}`)).join(' ')
}

/** What was counted of a measure on the days of a month. */
export function* dayCounts(days: string): Generator<readonly [day: number, count: number]> {
  let day = 0
  for (let at = 0; at < days.length; ) {
    const blank = days.indexOf(' ', at)
    const end = blank < 0 ? days.length : blank
    const word = days.slice(at, end)
    const colon = word.indexOf(':')
    day = colon < 0 ? day + 1 : Number(word.slice(0, colon))
    yield [day, Number(colon < 0 ? word : word.slice(colon + 1))]
    at = end + 1
  }
}
