import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

export interface Other {
  /** The whole lines printed so far. */
  lines(): readonly string[]
  /** Settles once so many lines are there, or the process has ended. */
  until(count: number): Promise<void>
  /** SIGKILL: no handler, no farewell. Settles when the process is gone. */
  kill(): Promise<void>
  /** Settles when it has ended by itself; throws what it printed to stderr if it failed. */
  ended(): Promise<void>
}

const start = (args: readonly string[]): ChildProcessByStdio<null, Readable, Readable> =>
  spawn(process.execPath, [fileURLToPath(new URL('./other-process.ts', import.meta.url)), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })

/** Starts `other-process.ts`. */
export function startOther(args: readonly string[]): Other {
  const child = start(args)
  let printed = ''
  let complaints = ''
  let wake = (): void => {}
  const exited = new Promise<number | null>((resolve) => child.on('close', resolve))
  const lines = () => printed.split('\n').slice(0, -1)
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
    wake()
  })
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  return {
    lines,
    async until(count) {
      const enough = new Promise<void>((resolve) => {
        wake = () => lines().length >= count && resolve()
        wake()
      })
      await Promise.race([enough, exited])
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
    async ended() {
      if ((await exited) !== 0) throw new Error(`another process failed: ${complaints}`)
    },
  }
}

/** Runs so many at once to their end; the lines that each printed. */
export async function runOthers(count: number, args: readonly string[]): Promise<readonly (readonly string[])[]> {
  const others = Array.from({ length: count }, () => startOther(args))
  await Promise.all(others.map((other) => other.ended()))
  return others.map((other) => other.lines())
}
