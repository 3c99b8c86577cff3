import { StoreUnavailable } from './port.ts'

interface Line {
  /** Turns not yet begun; each settles its own caller and says when the next may begin. */
  readonly waiting: (() => Promise<void> | undefined)[]
}

export interface Gate {
  /** Runs the turns of one key one after the other, in the order of asking. A turn that throws or hangs only fails its own caller. */
  run<R>(key: string, turn: () => R | Promise<R>): Promise<R>
  /** How many keys have somebody in line; 0 when all is quiet. */
  readonly lines: number
}

export interface GateLimits {
  /** After this long the next in line begins, and the one who hangs hears that the store is unavailable. */
  readonly holdMs: number
  /** More than so many in one line are sent away at once. */
  readonly waitingMax: number
}

const isPromise = <R>(result: R | Promise<R>): result is Promise<R> => typeof result === 'object' && result !== null && 'then' in result

function within<R>(holdMs: number, pending: Promise<R>): Promise<R> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new StoreUnavailable('an edit took too long')), holdMs)
    pending.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/**
 * A first-in-first-out line for each key. It only orders and saves work; nothing depends on it for being right, which rests on the
 * conditional write, so letting the next one in after `holdMs` is safe.
 */
export function createGate({ holdMs, waitingMax }: GateLimits): Gate {
  const lines = new Map<string, Line>()

  async function drain(key: string, line: Line): Promise<void> {
    for (let next = line.waiting.shift(); next !== undefined; next = line.waiting.shift()) {
      const pending = next()
      if (pending !== undefined) await pending
    }
    lines.delete(key)
  }

  /** Begins a turn and settles its caller; undefined when it was done at once, without waiting for anything. */
  function begin<R>(turn: () => R | Promise<R>, resolve: (result: R) => void, reject: (error: unknown) => void): Promise<void> | undefined {
    try {
      const result = turn()
      if (isPromise(result)) return within(holdMs, result).then(resolve, reject)
      resolve(result)
    } catch (error) {
      reject(error)
    }
    return undefined
  }

  return {
    get lines() {
      return lines.size
    },
    run(key, turn) {
      return new Promise((resolve, reject) => {
        const known = lines.get(key)
        if (known !== undefined && known.waiting.length >= waitingMax) return reject(new StoreUnavailable('too many edits are waiting'))
        const line = known ?? { waiting: [] }
        line.waiting.push(() => begin(turn, resolve, reject))
        if (known !== undefined) return
        lines.set(key, line)
        void drain(key, line)
      })
    },
  }
}
