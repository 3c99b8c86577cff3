import type { Line } from '@linggong/bot/understand/line.ts'
import { createUnderstand } from '@linggong/bot/understand/understand.ts'
import { JIANGLE } from '@linggong/seeds/reference/places.ts'
import { TRADES } from '@linggong/seeds/reference/trades.ts'
import { labelsOf, lineOf } from '../understand/score.ts'
import { type Figure, median } from './figure.ts'
import { HOSTILE_UNITS } from './hostile-units.ts'

const NOW = Temporal.ZonedDateTime.from('2024-05-06T09:30[Asia/Shanghai]')
const FILES = ['tuned-posts', 'held-out-posts', 'tuned-commands', 'held-out-commands'] as const

/** A bot that has just started has read so little; a judge may not wait for longer. */
const FEW_PASSES = 5
const WARM_PASSES = 60
const ROUNDS = 25
/** Lines timed together: enough to outlast the clock's own cost, few enough that some round of them is undisturbed. */
const BLOCK = 32
const FULL = 500
const HALF = 250
const TRIES = 8
const REPEATS = 9

type Read = (line: Line) => unknown

const lines = (): readonly Line[] => FILES.flatMap((file) => labelsOf(`./${file}.jsonl`).map(lineOf))

const micros = (from: bigint): number => Number(process.hrtime.bigint() - from) / 1000

function time(read: Read, all: readonly Line[]): number {
  const from = process.hrtime.bigint()
  for (const line of all) read(line)
  return micros(from)
}

const blocksOf = (all: readonly Line[]): readonly (readonly Line[])[] =>
  Array.from({ length: Math.ceil(all.length / BLOCK) }, (_, index) => all.slice(index * BLOCK, (index + 1) * BLOCK))

/** The machine is shared: of each block the round counts that others disturbed least. Every line is met as rarely as in life, once a round. */
function meanMicros(read: Read, all: readonly Line[], rounds: number): number {
  const blocks = blocksOf(all)
  const least = blocks.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < rounds; round += 1)
    for (const [index, block] of blocks.entries()) least[index] = Math.min(least[index] ?? 0, time(read, block))
  return least.reduce((sum, one) => sum + one, 0) / all.length
}

const hostile = (unit: string, length: number): Line => ({
  text: unit.repeat(length).slice(0, length),
  channel: 'private',
  role: 'any',
  now: NOW,
  context: [],
})

interface Growth {
  readonly unit: string
  readonly full: number
  /** How many times longer twice the text takes. */
  readonly steepness: number
}

/** The whole and the half by turns, so that both meet the same neighbours; the median of several ratios of least times. */
function growthOf(read: Read, unit: string): Growth {
  const [whole, half] = [[hostile(unit, FULL)], [hostile(unit, HALF)]]
  const fulls: number[] = []
  const ratios: number[] = []
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    let [full, part] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      full = Math.min(full, time(read, whole))
      part = Math.min(part, time(read, half))
    }
    fulls.push(full)
    ratios.push(full / part)
  }
  return { unit, full: Math.min(...fulls), steepness: median(ratios) }
}

const most = (all: readonly Growth[], by: 'full' | 'steepness'): Growth | undefined => all.toSorted((one, other) => other[by] - one[by])[0]

/** Figures only: nothing here fails by the clock. */
export function run(): Promise<Figure[]> {
  const from = process.hrtime.bigint()
  const read = createUnderstand({ trades: TRADES, townships: JIANGLE.townships, landmarks: JIANGLE.landmarks })
  const creation = micros(from) / 1000
  const all = lines()
  for (let pass = 0; pass < FEW_PASSES; pass += 1) time(read, all)
  const early = meanMicros(read, all, FEW_PASSES)
  for (let pass = 0; pass < WARM_PASSES; pass += 1) time(read, all)
  const mean = meanMicros(read, all, ROUNDS)
  for (const unit of HOSTILE_UNITS) time(read, new Array<Line>(2 * TRIES).fill(hostile(unit, FULL)))
  const growths = HOSTILE_UNITS.map((unit) => growthOf(read, unit))
  const slowest = most(growths, 'full')
  const steepest = most(growths, 'steepness')
  return Promise.resolve([
    { name: 'understand: making the reader of a county', figure: `${creation.toFixed(0)} ms` },
    { name: `understand: mean of a labelled line, ${FEW_PASSES} passes after the start`, figure: `${early.toFixed(1)} µs` },
    { name: 'understand: mean of a labelled line', figure: `${mean.toFixed(1)} µs` },
    { name: `understand: worst hostile line (${FULL} characters)`, figure: `${slowest?.full.toFixed(0)} µs (${slowest?.unit}…)` },
    { name: 'understand: steepest t(2n)/t(n)', figure: `${steepest?.steepness.toFixed(2)} (${steepest?.unit}…)` },
  ])
}
