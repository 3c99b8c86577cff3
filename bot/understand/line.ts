/** One chat line and what is known around it. `context` holds the lines before, the bot's own begin with `[机器人]`. */
export interface Line {
  readonly text: string
  readonly channel: 'group' | 'private'
  readonly role: 'worker' | 'employer' | 'any'
  /** In Asia/Shanghai. */
  readonly now: Temporal.ZonedDateTime
  readonly context: readonly string[]
}

/** At most this many characters of a line are read; the rest is never looked at. */
export const READ_CHARACTERS = 500
