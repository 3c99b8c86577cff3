import type { Line } from '@linggong/bot/understand/line.ts'
import { createUnderstand } from '@linggong/bot/understand/understand.ts'
import { JIANGLE } from '@linggong/seeds/reference/places.ts'
import { TRADES } from '@linggong/seeds/reference/trades.ts'
import { labelsOf, lineOf } from '../understand/score.ts'

const NOW = Temporal.ZonedDateTime.from('2024-05-06T09:30[Asia/Shanghai]')
const FILES = ['tuned-posts', 'held-out-posts', 'tuned-commands', 'held-out-commands'] as const
const ROUNDS = 25

const lines = (): readonly Line[] => FILES.flatMap((file) => labelsOf(`./${file}.jsonl`).map(lineOf))

/** Texts that make careless readers slow: endless runs of what begins a number, a date, a place, a phrase. */
const HOSTILE = [
  '1',
  '一',
  '1 ',
  '1-',
  '5.9-',
  '一千',
  '小工1个',
  '水南',
  '明天',
  '8点到',
  '搬',
  '不',
  '我',
  '包吃',
  '怎么',
  '证',
  '抢1024 ',
  '100块',
  '【',
  '1:00',
  '厂',
  '在',
  '说好',
  '周一到',
] as const

const micros = (from: bigint): number => Number(process.hrtime.bigint() - from) / 1000

/** The machine is shared: of several rounds the fastest is the one that others disturbed least. */
type Read = (line: Line) => unknown

function meanMicros(read: Read, all: readonly Line[]): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const from = process.hrtime.bigint()
    for (const line of all) read(line)
    return micros(from) / all.length
  })
  return Math.min(...rounds)
}

const hostile = (unit: string, length: number): Line => ({
  text: unit.repeat(length).slice(0, length),
  channel: 'private',
  role: 'any',
  now: NOW,
  context: [],
})

function leastMicros(read: Read, line: Line): number {
  return Math.min(
    ...Array.from({ length: 25 }, () => {
      const from = process.hrtime.bigint()
      read(line)
      return micros(from)
    }),
  )
}

/** Figures only: nothing here fails by the clock. */
export function run(): Promise<{ name: string; figure: string }[]> {
  const read = createUnderstand({ trades: TRADES, townships: JIANGLE.townships, landmarks: JIANGLE.landmarks })
  const all = lines()
  for (let warm = 0; warm < 60; warm += 1) for (const line of all) read(line)
  for (const unit of HOSTILE) for (let warm = 0; warm < 20; warm += 1) read(hostile(unit, 500))
  const worst = HOSTILE.map((unit) => ({
    unit,
    full: leastMicros(read, hostile(unit, 500)),
    half: leastMicros(read, hostile(unit, 250)),
  }))
  const slowest = worst.reduce((top, one) => (one.full > top.full ? one : top))
  const steepest = worst.reduce((top, one) => (one.full / one.half > top.full / top.half ? one : top))
  return Promise.resolve([
    { name: 'understand: mean of a labelled line', figure: `${meanMicros(read, all).toFixed(1)} µs` },
    { name: 'understand: worst hostile line (500 characters)', figure: `${slowest.full.toFixed(0)} µs (${slowest.unit}…)` },
    { name: 'understand: steepest t(2n)/t(n)', figure: `${(steepest.full / steepest.half).toFixed(2)} (${steepest.unit}…)` },
  ])
}
