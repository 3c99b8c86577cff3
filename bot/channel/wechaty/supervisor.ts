/** One login, from its first attempt to its end. */
export interface Life {
  /** Resolves once logged in; rejects with the reason when that fails. */
  readonly login: Promise<void>
  /** Resolves with the reason when the login is over. Never rejects. */
  readonly end: Promise<string>
  stop(): Promise<void>
}

export interface Health {
  readonly ready: boolean
  readonly detail: string
}

export interface Supervision {
  begin(): Life
  onHealth(health: Health): void
  readonly firstPauseMs: number
  /** Waits; returns early when the signal aborts. */
  pause(ms: number, signal: AbortSignal): Promise<void>
  /** A steady clock's milliseconds. */
  elapsedMs(): number
}

const LONGEST_PAUSE_MS = 5 * 60_000
/** A login shorter than this counts as one more failure, so that an account thrown out at once is not knocked at every second. */
const STEADY_AFTER_MS = 10 * 60_000

export const pauseAfter = (failures: number, firstPauseMs: number): number =>
  Math.min(LONGEST_PAUSE_MS, firstPauseMs * 2 ** Math.max(0, failures - 1))

/** Keeps one login alive until the signal aborts: what failed or ended is stopped, and after a pause a new one begins. */
export async function superviseLogin(supervision: Supervision, signal: AbortSignal): Promise<void> {
  const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  let failures = 0
  while (!signal.aborted) {
    const steady = await liveOnce(supervision, signal, aborted)
    failures = steady ? 1 : failures + 1
    if (!signal.aborted) await supervision.pause(pauseAfter(failures, supervision.firstPauseMs), signal)
  }
  supervision.onHealth({ ready: false, detail: 'stopped' })
}

/** @returns whether the login lasted long enough to start counting afresh */
async function liveOnce({ begin, onHealth, elapsedMs }: Supervision, signal: AbortSignal, aborted: Promise<void>): Promise<boolean> {
  let life: Life | undefined
  const begun = elapsedMs()
  try {
    onHealth({ ready: false, detail: 'logging in' })
    life = begin()
    await Promise.race([life.login, aborted])
    if (!signal.aborted) onHealth({ ready: true, detail: 'logged in' })
    const reason = await Promise.race([life.end, aborted])
    onHealth({ ready: false, detail: `login over: ${reason ?? 'stopping'}` })
  } catch (error) {
    onHealth({ ready: false, detail: `login failed: ${error instanceof Error ? error.message : String(error)}` })
  }
  await life?.stop()
  return elapsedMs() - begun >= STEADY_AFTER_MS
}
