import { createInterface } from 'node:readline'
import { JIANGLE } from '@linggong/seeds/reference/places.ts'
import { TRADES } from '@linggong/seeds/reference/trades.ts'
import { z } from 'zod'
import { countyIntent } from './intent.ts'
import { createUnderstand } from './understand.ts'

/** One line of input as the vocabulary's README describes it. */
const input = z.object({
  id: z.string().optional(),
  text: z.string(),
  now: z.string().default('2024-05-06T09:30:00+08:00'),
  channel: z.enum(['group', 'private']).default('private'),
  role: z.enum(['worker', 'employer', 'any']).default('any'),
  context: z.array(z.string()).default([]),
})

const explains = process.argv.includes('--explain')
const understand = createUnderstand({ trades: TRADES, townships: JIANGLE.townships, landmarks: JIANGLE.landmarks })

/** JSON lines in, JSON lines out; a line that is no valid input is answered with the error and does not stop the rest. */
function answer(written: string): unknown {
  try {
    const { id, text, now, channel, role, context } = input.parse(JSON.parse(written))
    const found = understand({ text, channel, role, context, now: Temporal.Instant.from(now).toZonedDateTimeISO('Asia/Shanghai') })
    const { intent, slots, jobs, ...rest } = found
    const county = countyIntent(intent)
    const short = { id, intent: county, slots, ...(county === 'post_job' ? { jobs } : {}) }
    return explains ? { ...short, botIntent: intent, ...rest } : short
  } catch (problem) {
    return { error: problem instanceof Error ? problem.message : String(problem) }
  }
}

for await (const line of createInterface({ input: process.stdin })) if (line.trim() !== '') console.log(JSON.stringify(answer(line)))
