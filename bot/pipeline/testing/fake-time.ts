/** Time that passes only when everybody waits: each sleeper wakes at its moment, the earliest first. */
export function createFakeTime(startsAt = Temporal.Instant.from('2026-11-23T07:30:00+08:00')) {
  const sleepers: { readonly atMs: number; readonly wake: () => void }[] = []
  let nowMs = 0

  /** Lets whatever can go on without time go on. */
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

  return {
    monotonicMs: () => nowMs,
    clock: { now: () => startsAt.add({ milliseconds: Math.round(nowMs) }) },
    sleep: (ms: number): Promise<void> => new Promise((resolve) => sleepers.push({ atMs: nowMs + ms, wake: resolve })),
    settle,
    async pass(ms: number): Promise<void> {
      const untilMs = nowMs + ms
      await settle()
      for (let next = earliest(sleepers, untilMs); next; next = earliest(sleepers, untilMs)) {
        sleepers.splice(sleepers.indexOf(next), 1)
        nowMs = Math.max(nowMs, next.atMs)
        next.wake()
        await settle()
      }
      nowMs = untilMs
    },
  }
}

const earliest = <Sleeper extends { readonly atMs: number }>(sleepers: readonly Sleeper[], untilMs: number): Sleeper | undefined =>
  sleepers.filter(({ atMs }) => atMs <= untilMs).toSorted((one, other) => one.atMs - other.atMs)[0]
