// Brings the locked dependencies, and with them the project's own Node, before anything else runs. It works on the machine's Node (20 or
// newer) with nothing installed, so it uses only what Node has built in. Everything it says goes to stderr: a command's stdout stays its own.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * npm writes down what it has put into node_modules, last of all; a half-finished install has no such note.
 * @param {string} repository
 */
export function isInstalled(repository) {
  const note = join(repository, 'node_modules', '.package-lock.json')
  if (!existsSync(note)) return false
  const wanted = packagesOf(join(repository, 'package-lock.json'))
  const present = packagesOf(note)
  return Object.entries(wanted).every(([path, { version, integrity, optional, devOptional }]) => {
    if (!path.includes('node_modules/')) return true
    const found = present[path]
    if (found === undefined) return Boolean(optional || devOptional)
    return found.version === version && found.integrity === integrity
  })
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }>}
 */
function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages
}

/**
 * Runs npm by the Node that runs npm already: the project's own lies in the folder that is about to be replaced.
 * @param {string} repository
 */
function install(repository) {
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env
  const [command, first] = npm ? [node, [npm]] : ['npm', []]
  const { status } = spawnSync(command, [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: repository,
    stdio: ['ignore', 2, 2],
    shell: command === 'npm' && process.platform === 'win32',
  })
  return status ?? 1
}

function ensureInstalled() {
  const repository = dirname(dirname(fileURLToPath(import.meta.url)))
  if (isInstalled(repository)) return 0
  console.error('Installing the locked dependencies (npm ci); this takes a minute, once ...')
  const status = install(repository)
  if (status !== 0) console.error('The dependencies could not be installed: see above. Is the npm registry within reach?')
  return status
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = ensureInstalled()
