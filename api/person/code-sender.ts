import type { Phone } from '../core/person/phone.ts'

/** Whoever brings a one-time code to a phone. It keeps neither. */
export interface CodeSender {
  /** May hang or reject; whoever asks takes both for not sent. */
  send(phone: Phone, code: string): Promise<void>
}

const SENT_WITHIN_MS = 3000

/** Whether all of them are on their way. */
export async function sendCodes(
  sender: CodeSender,
  codes: readonly (readonly [Phone, string])[],
  withinMs = SENT_WITHIN_MS,
): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(false), withinMs)
  try {
    const sent = Promise.all(codes.map(([phone, code]) => sender.send(phone, code)))
    return await Promise.race([sent.then(() => true), promise])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}
