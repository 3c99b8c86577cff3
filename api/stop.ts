import { errorFields, type Log } from './log.ts'

export type Stop = () => Promise<unknown> | unknown

/** Longer than any part may take for what it has under way; what hangs on is not waited for. */
const STOP_WITHIN_MS = 25_000

/** The last started is stopped first; one that fails to stop keeps none of the others from stopping. A second signal ends at once. */
export function onSignal(stops: readonly Stop[], log: Log): void {
  let stopping = false

  async function stop(): Promise<void> {
    if (stopping) process.exit(1)
    stopping = true
    setTimeout(() => {
      log.error({}, 'something does not stop; it is left where it is')
      process.exit(1)
    }, STOP_WITHIN_MS)
    for (const each of stops.toReversed()) {
      try {
        await each()
      } catch (error) {
        log.error(errorFields(error), 'something did not stop cleanly')
      }
    }
    process.exit(0)
  }

  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
