import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const API = path.join(import.meta.dirname, '../../api')

export interface Run {
  readonly env?: NodeJS.ProcessEnv
  readonly args?: readonly string[]
  /** What is typed in. */
  readonly lines?: readonly string[]
}

/** Runs one of the commands of `api/` as a process of its own, in no environment but the one given; tells how it ended and what it said. */
export async function runCommand(file: string, { env = {}, args = [], lines = [] }: Run = {}) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path.join(API, file), ...args], {
    env: { PATH: process.env['PATH'], ...env },
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    said.out += String(chunk)
  })
  child.stderr.on('data', (chunk) => {
    said.err += String(chunk)
  })
  child.stdin.on('error', () => undefined).end(lines.join('\n'))
  const [code] = await once(child, 'close')
  return { code, ...said }
}
