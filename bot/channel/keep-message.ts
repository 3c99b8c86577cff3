import type { Incoming } from './port.ts'

/** A message as text, so that whoever seals and keeps it need not know what stands in it. */
export const freezeMessage = (message: Incoming): string => JSON.stringify({ ...message, at: message.at.toString() })

/** Only for text that `freezeMessage` made and that was kept sealed. */
export function thawMessage(text: string): Incoming {
  const { at, ...message } = JSON.parse(text)
  return { ...message, at: Temporal.Instant.from(at) }
}
