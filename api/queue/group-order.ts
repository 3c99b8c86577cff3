import { hash } from 'node:crypto'
import type { Redis } from 'ioredis'

const ENTER = "return redis.call('zadd', KEYS[1], 'NX', redis.call('incr', KEYS[2]), ARGV[1])"
const HEAD = "return redis.call('zrange', KEYS[1], 0, 0)[1]"
const TURN = `if not redis.call('zscore', KEYS[1], ARGV[1]) then ${ENTER.replace('return ', '')} end ${HEAD}`
const LEAVE = `redis.call('zrem', KEYS[1], ARGV[1]) ${HEAD}`

/**
 * Who is whose turn in a group, over all processes. Bull's groups only limit a rate; here a group is a line in Redis and only the work at
 * its head may run. Lost with Redis like everything there: a work that finds itself in no line joins the end of it.
 */
export class GroupOrder {
  readonly #redis: Redis
  readonly #prefix: string

  constructor(redis: Redis, prefix: string) {
    this.#redis = redis
    this.#prefix = prefix
  }

  /** Groups are named after contacts and documents, and key names are not for that: they show up in every tool. */
  keyOf(group: string): string {
    return `${this.#prefix}:group:${hash('sha256', group, 'base64url')}`
  }

  async enter(group: string, id: string): Promise<void> {
    await this.#run(ENTER, group, id)
  }

  /** The id at the head, after joining the line where the work is not in it. */
  turn(group: string, id: string): Promise<string | undefined> {
    return this.#run(TURN, group, id)
  }

  /** The id at the head after this one has left. */
  leave(group: string, id: string): Promise<string | undefined> {
    return this.#run(LEAVE, group, id)
  }

  async #run(script: string, group: string, id: string): Promise<string | undefined> {
    const head: unknown = await this.#redis.eval(script, 2, group, `${this.#prefix}:group-count`, id)
    return typeof head === 'string' ? head : undefined
  }
}
