import { errorFields, type Log } from './log.ts'

export type Stop = () => Promise<unknown> | unknown

/** The last started is stopped first; one that fails to stop keeps none of the others from stopping. A second signal ends at once. */
export function onSignal(stops: readonly Stop[], log: Log): void {
  let stopping = false

  async function stop(): Promise<void> {
    if (stopping) process.exit(1)
    stopping = true
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
