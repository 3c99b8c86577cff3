// Brings the locked dependencies, and with them the project's own Node, before anything else runs. It works on the machine's Node (20 or
// newer) with nothing installed, so it uses only what Node has built in. Everything it says goes to stderr: a command's stdout stays its own.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isInstalled } from './is-installed.mjs'
import { npm } from './npm.mjs'

const repository = dirname(dirname(fileURLToPath(import.meta.url)))
if (!isInstalled(repository)) {
  console.error('Installing the locked dependencies (npm ci); this takes a minute, once ...')
  process.exitCode = npm(repository, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  if (process.exitCode !== 0) console.error('The dependencies could not be installed: see above. Is the npm registry within reach?')
}
