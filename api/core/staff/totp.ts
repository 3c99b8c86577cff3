/** RFC 6238 as every authenticator app has it: HMAC-SHA-1, thirty seconds, six digits. */
const STEP_SECONDS = 30
const DIGITS = 6
/** A clock that is a little off, or a slow hand. */
const STEPS_AROUND = [-1, 0, 1] as const
const MS_PER_SECOND = 1000

/** HMAC-SHA-1 of a step number as eight bytes, under the account's secret. */
export type StepMac = (step: number) => Uint8Array

export const stepAt = (now: Temporal.Instant): number => Math.floor(now.epochMilliseconds / MS_PER_SECOND / STEP_SECONDS)

/** The digits an app shows in a step. */
export function totpCode(mac: Uint8Array): string {
  const offset = (mac.at(-1) ?? 0) & 0xf
  const view = new DataView(mac.buffer, mac.byteOffset, mac.byteLength)
  const number = view.getUint32(offset) & 0x7fffffff
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0')
}

/** The step a code belongs to; undefined where it belongs to none, or to one that has been used, or to one before that. */
export function stepOfCode(code: string, { macOf, now, usedStep }: { macOf: StepMac; now: Temporal.Instant; usedStep: number }) {
  const steps = STEPS_AROUND.map((around) => stepAt(now) + around)
  const right = steps.filter((step) => totpCode(macOf(step)) === code)
  return right.find((step) => step > usedStep)
}
