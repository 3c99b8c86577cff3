// `npm run check`: every part runs, so one run shows all there is to mend; the last lines say which parts failed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const tsc = 'node_modules/typescript7/bin/tsc'
const biome = 'node_modules/@biomejs/biome/bin/biome'
const plugin = 'dashboards/grafana/plugin'
/** The plug-in's types are those of its own packages. */
const isPluginThere = existsSync(`${plugin}/node_modules/.package-lock.json`)
if (!isPluginThere) console.error('!!! The types of the Grafana plug-in are NOT checked. To have them: npm run grafana:build')

/** @type {[string, string[]]} */
const pluginTypes = ['types of the Grafana plug-in', [tsc, '-p', `${plugin}/tsconfig.json`]]
/** @type {[string, string[]][]} */
const parts = [
  ['format', [biome, 'check', '--linter-enabled=false', '.']],
  ['lint', [biome, 'lint', '--error-on-warnings', '.']],
  ['types', [tsc, '-p', 'tsconfig.json']],
  ['types of the page', [tsc, '-p', 'tsconfig.page.json']],
  ...(isPluginThere ? [pluginTypes] : []),
  ['import direction', ['scripts/check-direction.mjs']],
  ['dead code', ['node_modules/knip/bin/knip.js', '--no-progress']],
]

const failed = parts.filter(([name, args]) => {
  console.log(`--- ${name}`)
  return spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status !== 0
})
for (const [name] of failed) console.log(`check FAILED: ${name}`)
if (failed.length === 0) console.log('check passed')
process.exitCode = failed.length === 0 ? 0 : 1
