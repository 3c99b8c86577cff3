import { StoreUnavailable } from '../port.ts'

interface InFlight {
  /** Runs an operation, or refuses it once closing has begun. */
  run<R>(operation: () => Promise<R>): Promise<R>
  /** Settles when every operation begun before has its answer. */
  close(): Promise<void>
}

/** Lets a connection close without cutting off somebody's answer. */
export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>()
  let closed = false
  return {
    async run(operation) {
      if (closed) throw new StoreUnavailable('the store is closed')
      const pending = operation()
      running.add(pending)
      try {
        return await pending
      } finally {
        running.delete(pending)
      }
    },
    async close() {
      closed = true
      await Promise.allSettled(running)
    },
  }
}
