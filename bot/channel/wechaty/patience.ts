/** How long the channel waits for what. */
export interface Patience {
  /** For a login or a QR code; each QR code starts the wait again, since somebody has to fetch a phone. */
  readonly loginMs: number
  /** Before the second attempt to log in; each further pause is twice as long. */
  readonly pauseMs: number
  /** How long a message may hold up those behind it while wechaty loads what belongs to it. */
  readonly orderMs: number
  /** For a puppet to stop; then it is let go. */
  readonly stopMs: number
}

export const PATIENCE: Patience = { loginMs: 60_000, pauseMs: 1_000, orderMs: 3_000, stopMs: 20_000 }
