import { createInterface } from 'node:readline'
import { JIANGLE } from '@linggong/seeds/reference/places.ts'
import { TRADES } from '@linggong/seeds/reference/trades.ts'
import { countyIntent } from './intent.ts'
import type { Line } from './line.ts'
import { createUnderstand } from './understand.ts'

const DEFAULT_NOW = '2024-05-06T09:30:00+08:00'

const explains = process.argv.includes('--explain')
const understand = createUnderstand({ trades: TRADES, townships: JIANGLE.townships, landmarks: JIANGLE.landmarks })

const textOf = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise)

/** One line of input as the vocabulary's README describes it; what is missing gets its default. */
function lineOf(input: Readonly<Record<string, unknown>>): Line {
  const { text, channel, role, now, context } = input
  if (typeof text !== 'string') throw new TypeError('a line needs a text')
  return {
    text,
    channel: channel === 'group' ? 'group' : 'private',
    role: role === 'worker' || role === 'employer' ? role : 'any',
    now: Temporal.Instant.from(textOf(now, DEFAULT_NOW)).toZonedDateTimeISO('Asia/Shanghai'),
    context: Array.isArray(context) ? context.map(String) : [],
  }
}

/** An invalid line is answered with the error and does not stop the rest. */
function answer(written: string): unknown {
  try {
    const input: Readonly<Record<string, unknown>> = JSON.parse(written)
    const { intent, slots, jobs, ...rest } = understand(lineOf(input))
    const county = countyIntent(intent)
    const short = { id: input['id'], intent: county, slots, ...(county === 'post_job' ? { jobs } : {}) }
    return explains ? { ...short, botIntent: intent, ...rest } : short
  } catch (problem) {
    return { error: problem instanceof Error ? problem.message : String(problem) }
  }
}

for await (const line of createInterface({ input: process.stdin })) if (line.trim() !== '') console.log(JSON.stringify(answer(line)))
