import { PAYMENT_LIMIT } from './payment-limit.ts'

const FIRST_SECONDS = 60
const MINUTE_SECONDS = 60
const PATIENT_AFTER_SECONDS = 24 * 60 * MINUTE_SECONDS
const PATIENT_SECONDS = 60 * MINUTE_SECONDS

/** A callback that went missing is made up for within ten minutes; what has taken more than a day is asked for by the hour. */
export function nextAsk(since: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const ageSeconds = Math.floor((now.epochMilliseconds - since.epochMilliseconds) / 1000)
  if (ageSeconds >= PATIENT_AFTER_SECONDS) return now.add({ seconds: PATIENT_SECONDS })
  return now.add({ seconds: Math.min(Math.max(ageSeconds, FIRST_SECONDS), PAYMENT_LIMIT.askMinutes * MINUTE_SECONDS) })
}
