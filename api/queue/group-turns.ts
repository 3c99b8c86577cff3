import { setTimeout as sleep } from 'node:timers/promises'
import type { Job, Queue } from 'bull'
import type { GroupOrder } from './group-order.ts'

/** Not now: bull puts the job aside for so long. It counts no attempt of ours. */
export class Later extends Error {
  override readonly name = 'Later'
  readonly delayMs: number

  constructor(delayMs: number) {
    super('later')
    this.delayMs = delayMs
  }
}

const FIRST_WAIT_MS = 1000
const DOUBLINGS_MAX = 4
/** A place in the line without a job: either its job is just being added, or the process that made it died in between. */
const GHOST_MS = 3000
const PROMOTE_AFTER_MS = [0, 5, 25, 100]

/** Lets the jobs of a group have their turns on one bull queue. */
export class GroupTurns {
  readonly #bull: Queue
  readonly #order: GroupOrder
  readonly #ghosts = new Map<string, number>()

  constructor(bull: Queue, order: GroupOrder) {
    this.#bull = bull
    this.#order = order
  }

  enter(group: string, id: string): Promise<void> {
    return this.#order.enter(group, id)
  }

  /** Throws `Later` unless it is the job's turn. Whoever is done wakes the next, so the waiting is only a safety net. */
  async take(group: string, job: Job): Promise<void> {
    const id = String(job.id)
    const head = await this.#order.turn(group, id)
    if (head === undefined || head === id) return
    if (await this.#isGhost(head)) await this.#order.leave(group, head)
    throw new Later(FIRST_WAIT_MS * 2 ** Math.min(job.attemptsMade, DOUBLINGS_MAX))
  }

  /** If Redis is away by now, the job will be run again, so nothing is lost by not leaving the line. */
  async leave(group: string, id: string): Promise<void> {
    try {
      const next = await this.#order.leave(group, id)
      if (next !== undefined) void this.#wake(next)
    } catch {
      return
    }
  }

  async #isGhost(head: string): Promise<boolean> {
    const job = await this.#bull.getJob(head)
    const isThere = job !== null && job.finishedOn === undefined
    const since = this.#ghosts.get(head) ?? performance.now()
    const isGhost = !isThere && performance.now() - since >= GHOST_MS
    if (isThere || isGhost) this.#ghosts.delete(head)
    else this.#ghosts.set(head, since)
    return isGhost
  }

  /** The next may be on its way to being put aside at this very moment, so it is tried a few times. */
  async #wake(id: string): Promise<void> {
    for (const afterMs of PROMOTE_AFTER_MS) {
      await sleep(afterMs)
      try {
        const job = await this.#bull.getJob(id)
        await job?.promote()
        return
      } catch {
        // It is not put aside: it runs, or waits for a slot, or Redis is away.
      }
    }
  }
}
