import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '../../..')
/** What has not started by then never will, and must not outlive the test. */
const START_WITHIN_MS = 200_000
const FIGURES = /figures\s+http\S+#token=(\S+)/
const CHAT = /chat\s+(http:\S+?:(\d+))\/simulator/

export interface AppSetting {
  readonly dataDir: string
  /** A free one when left out. */
  readonly port?: number
  readonly empty?: boolean
}

export interface RunningApp {
  /** What whoever started it reads on the screen. */
  readonly url: string
  readonly port: number
  /** What opens the figures, as it is printed for whoever started a demo. */
  readonly figuresToken: string
  /** As a power cut would; resolves when it is gone. */
  kill(): Promise<void>
  /** As an operator would; resolves with how it ended. */
  stop(): Promise<{ readonly code: number | null; readonly said: string }>
}

/** Starts what `npm start` starts, in a process of its own and with nothing from this one's environment that would change its shape. */
export async function startApp({ dataDir, port = 0, empty = false }: AppSetting): Promise<RunningApp> {
  const { PATH = '', TZ } = process.env
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'api/main.ts', ...(empty ? ['--empty'] : [])], {
    cwd: ROOT,
    env: { PATH, ...(TZ === undefined ? {} : { TZ }), PORT: String(port), DATA_DIR: dataDir },
  })
  const ended = once(child, 'close')
  const read = reading(child)
  const giveUp = setTimeout(() => child.kill('SIGKILL'), START_WITHIN_MS)
  const [, url = '', at] = (await Promise.race([read.until(CHAT), ended.then(() => undefined)])) ?? []
  clearTimeout(giveUp)
  if (at === undefined) throw new Error(`it ended instead of starting: ${read.all()}`)
  const [, figuresToken = ''] = await read.until(FIGURES)

  async function end(signal: 'SIGKILL' | 'SIGTERM') {
    child.kill(signal)
    await ended
    return { code: child.exitCode, said: read.all() }
  }

  return {
    url,
    port: Number(at),
    figuresToken,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  }
}

/** All that a program says, on both of its outputs. */
function reading({ stdout, stderr }: ChildProcess) {
  let said = ''
  const waiting = new Set<() => void>()
  for (const output of [stdout, stderr]) {
    output?.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
      for (const look of waiting) look()
    })
  }
  return {
    all: () => said,
    until: (wanted: RegExp) =>
      new Promise<RegExpMatchArray>((resolve) => {
        const look = () => {
          const found = said.match(wanted)
          if (found) resolve(found)
        }
        waiting.add(look)
        look()
      }),
  }
}
