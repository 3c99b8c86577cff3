import { QueueUnavailable } from './port.ts'

/** Redis that is away makes its clients wait without end by default; nobody here does. */
export async function within<R>(timeoutMs: number, pending: Promise<R>): Promise<R> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new QueueUnavailable('Redis did not answer in time')), timeoutMs)
  try {
    return await Promise.race([pending, promise])
  } finally {
    clearTimeout(timer)
  }
}
