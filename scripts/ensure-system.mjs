// Before `npm test`: installs what some tests need from the system where that is possible (root on Debian or Ubuntu); elsewhere it says, in one
// loud line for each, what is missing and how to get it. It never fails: tests that lack something are skipped.
import { spawnSync } from 'node:child_process'
import { howToGet, missingNeeds, SYSTEM_NEEDS } from './system-needs.mjs'

const QUIET = ['-qq', '-y', '-o', 'Acquire::Retries=2', '-o', 'Acquire::http::Timeout=20', '-o', 'Dpkg::Use-Pty=0']

/** @param {string[]} command */
function aptGet(...command) {
  // RUNLEVEL=1 keeps Debian from starting the installed redis-server as a service: tests start their own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const { status, stderr } = spawnSync('apt-get', [...QUIET, ...command], { env, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
  if (status !== 0) console.error(`apt-get ${command.join(' ')}: ${stderr}`)
}

function canInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0
}

const wanted = missingNeeds()
if (wanted.length > 0 && canInstall()) {
  const packages = wanted.map((need) => SYSTEM_NEEDS[need].debian)
  console.error(`Installing ${packages.join(', ')} for the tests (apt-get); this takes a minute, once ...`)
  aptGet('update')
  aptGet('install', '--no-install-recommends', ...packages)
}
for (const need of missingNeeds()) console.error(`!!! ${need} is missing: the tests that need it are SKIPPED. To get it: ${howToGet(need)}`)
