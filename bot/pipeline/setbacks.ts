const FIRST_REST_MS = 60_000
const LONGEST_REST_MS = 3_600_000
/** WeChat has said that the account talks too much; the next warning may be the last. */
const COMPLAINT = '操作过于频繁'
const COMPLAINT_REST_MS = 3 * 3_600_000
const CONVERSATIONS_REMEMBERED = 10_000

/** Where sending failed, and until when nothing unasked is tried there again: somebody who has left must not use up the account's time. */
export function createSetbacks(monotonicMs: () => number) {
  const failing = new Map<string, { readonly times: number; readonly untilMs: number }>()
  let everythingUntilMs = -Infinity

  return {
    failed(conversation: string, error: unknown): void {
      const nowMs = monotonicMs()
      if (String(error).includes(COMPLAINT)) everythingUntilMs = nowMs + COMPLAINT_REST_MS
      const times = (failing.get(conversation)?.times ?? 0) + 1
      if (failing.size >= CONVERSATIONS_REMEMBERED) failing.clear()
      failing.set(conversation, { times, untilMs: nowMs + Math.min(FIRST_REST_MS * 2 ** (times - 1), LONGEST_REST_MS) })
    },
    ended(conversation: string): void {
      failing.delete(conversation)
    },
    isResting(conversation: string): boolean {
      const nowMs = monotonicMs()
      return nowMs < everythingUntilMs || nowMs < (failing.get(conversation)?.untilMs ?? -Infinity)
    },
  }
}
