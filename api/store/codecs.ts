import { z } from 'zod'
import { instantText } from '../core/clock.ts'
import { type Fen, fen } from '../core/money.ts'

const isWholeMillisecond = (at: Temporal.Instant): boolean => at.epochNanoseconds % 1_000_000n === 0n

/**
 * An instant, stored as text of fixed width (2026-11-22T23:30:00.000Z) so that texts sort as the instants do. Finer than a millisecond
 * is refused instead of cut off: what is read back equals what was written. Clocks round once, at the source.
 */
export const instant = z.codec(
  z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  z.instanceof(Temporal.Instant).refine(isWholeMillisecond, 'an instant is stored in whole milliseconds'),
  {
    decode: (text, context) => {
      try {
        return Temporal.Instant.from(text)
      } catch {
        context.issues.push({ code: 'custom', message: 'not an instant', input: text })
        return z.NEVER
      }
    },
    encode: instantText,
  },
)

/** A day of the calendar, stored as 2026-11-23. */
export const plainDate = z.codec(z.string().regex(/^\d{4}-\d\d-\d\d$/), z.instanceof(Temporal.PlainDate), {
  decode: (text, context) => {
    try {
      return Temporal.PlainDate.from(text)
    } catch {
      context.issues.push({ code: 'custom', message: 'not a day', input: text })
      return z.NEVER
    }
  },
  encode: (day) => day.toString(),
})

/** An amount of money, stored as a whole number of fen. */
export const fenAmount = z.codec(
  z.int(),
  z.custom<Fen>((amount) => Number.isSafeInteger(amount), 'an amount is a whole number of fen'),
  { decode: fen, encode: (amount) => amount },
)
