import { StoreUnavailable } from './port.ts'

export interface InFlight {
  /** Runs an operation, or refuses it once closing has begun. */
  run<R>(operation: () => Promise<R>): Promise<R>
  /** Runs `close` once, when every operation begun before has its answer. */
  close(close: () => Promise<void>): Promise<void>
}

/** Lets a database close without cutting off somebody's answer. */
export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>()
  let closing: Promise<void> | undefined
  return {
    async run(operation) {
      if (closing !== undefined) throw new StoreUnavailable('the store is closed')
      const pending = operation()
      running.add(pending)
      try {
        return await pending
      } finally {
        running.delete(pending)
      }
    },
    close(close) {
      closing ??= Promise.allSettled(running).then(close)
      return closing
    },
  }
}
