import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { setPriority } from 'node:os'
import { BUILD_FILE, BUILT_FOLDER, isFresh, madeOf, STYLES_FOLDER } from '@linggong/web/built.ts'
import { errorFields, type Log } from './log.ts'
import type { WebFiles } from './web/web-files.routes.ts'

/** What waits for a build must not be slowed by it. */
const LOW_PRIORITY = 10

/** Whether what builds is here: an image for a county brings only what was built. */
function canBuild(): boolean {
  try {
    createRequire(BUILD_FILE).resolve('vite')
    return true
  } catch {
    return false
  }
}

/** Builds in a process of its own. */
async function build(onStart: (stop: () => void) => void): Promise<void> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', BUILD_FILE], { stdio: 'ignore' })
  onStart(() => child.kill())
  if (child.pid !== undefined) setPriority(child.pid, LOW_PRIORITY)
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error('the pages could not be built')
}

export interface WebScripts {
  readonly files: WebFiles
  /** Has what is missing built meanwhile; to be said once the server answers. */
  readonly begin: () => void
  readonly stop: () => void
}

/** The scripts of the larger pages: built once after a change of their sources, behind everything else, and there at once at every other start. */
export function openWebScripts(log: Log): WebScripts {
  let stop = (): void => undefined
  let made: Promise<string> | undefined

  async function make(): Promise<string> {
    if (isFresh()) return BUILT_FOLDER
    if (canBuild()) {
      await build((end) => {
        stop = end
      })
    } else if (madeOf() === undefined) throw new Error('the pages were not built and cannot be built here')
    return BUILT_FOLDER
  }
  const scripts = (): Promise<string> => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
  return {
    files: { styles: STYLES_FOLDER, scripts, log },
    begin: () =>
      void scripts().catch((error: unknown) =>
        log.warn(errorFields(error), '/statistics, /screen and /console have no scripts; npm run build -w dashboards/web says why'),
      ),
    stop: () => stop(),
  }
}
