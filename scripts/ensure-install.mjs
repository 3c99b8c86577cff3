// Brings the locked dependencies, and with them the project's own Node, before anything else runs. It works on the machine's Node (20 or
// newer) with nothing installed, so it uses only what Node has built in. Everything it says goes to stderr: a command's stdout stays its own.
import { spawnSync } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isInstalled } from './is-installed.mjs'

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

const repository = dirname(dirname(fileURLToPath(import.meta.url)))
if (!isInstalled(repository)) {
  console.error('Installing the locked dependencies (npm ci); this takes a minute, once ...')
  process.exitCode = install(repository)
  if (process.exitCode !== 0) console.error('The dependencies could not be installed: see above. Is the npm registry within reach?')
}
