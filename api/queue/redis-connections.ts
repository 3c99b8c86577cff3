import { Redis, type RedisOptions } from 'ioredis'

const RECONNECT_MAX_MS = 2000
/** A connection that is hung up on has this long to part in peace. */
const PART_MS = 100

const COMMON: RedisOptions = {
  enableReadyCheck: false,
  disconnectTimeout: PART_MS,
  retryStrategy: (times) => Math.min(times * 100, RECONNECT_MAX_MS),
}
/** Commands of ours fail at once while Redis is away, instead of piling up for the moment it comes back. */
const PROMPT: RedisOptions = { ...COMMON, enableOfflineQueue: false, maxRetriesPerRequest: 1 }
/** What bull waits with has to wait. */
const PATIENT: RedisOptions = { ...COMMON, maxRetriesPerRequest: null }

export interface RedisConnections {
  readonly client: Redis
  readonly subscriber: Redis
  /** One for each queue, since it blocks. */
  blocking(): Redis
  close(): void
}

/** Bull's connections, made before bull asks for them, so that it starts working only on ready ones and they can be hung up for certain. */
export function connectRedis(url: string): RedisConnections {
  const open: Redis[] = []
  const connect = (options: RedisOptions): Redis => {
    const redis = new Redis(url, options)
    redis.setMaxListeners(0)
    redis.on('error', () => undefined) // ioredis tries again by itself; whoever waits hears it from his own command
    open.push(redis)
    return redis
  }
  return {
    client: connect(PROMPT),
    subscriber: connect(PATIENT),
    blocking: () => connect(PATIENT),
    close() {
      for (const redis of open) {
        redis.disconnect()
      }
    },
  }
}

/**
 * To stop, bull hangs up the connection it blocks on and makes it anew. With a Redis that is away this must neither go on for ever, as bull
 * would wait for it, nor be an unhandled rejection.
 */
export function endNextTime(redis: Redis): void {
  const connect = redis.connect.bind(redis)
  redis.connect = () => connect().catch(() => undefined)
  redis.options.retryStrategy = () => null
}

const becoming = new WeakMap<Redis, Promise<void>>()

/** Resolves when the connection stands; one promise for all who wait, however long that takes. */
export function ready(redis: Redis): Promise<void> {
  if (redis.status === 'ready') return Promise.resolve()
  const known = becoming.get(redis)
  if (known !== undefined) return known
  const promise = new Promise<void>((resolve) => redis.once('ready', resolve)).finally(() => becoming.delete(redis))
  becoming.set(redis, promise)
  return promise
}
