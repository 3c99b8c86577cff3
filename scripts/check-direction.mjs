// Checks the direction of imports in the current folder. dependency-cruiser reads nothing, and finds nothing wrong, when it cannot
// parse TypeScript; so a run that saw no module, or no TypeScript, is a failure here.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'

const tsconfig = join(dirname(dirname(fileURLToPath(import.meta.url))), 'tsconfig.json')
const { default: config } = await import('../.dependency-cruiser.mjs')
const folders = ['api', 'bot', 'seeds', 'test', 'dashboards/grafana', 'dashboards/web', 'scripts'].filter((folder) => existsSync(folder))

const { output } = await cruise(
  folders,
  { ...config.options, tsConfig: { fileName: tsconfig }, ruleSet: { forbidden: config.forbidden }, validate: true },
  config.options.enhancedResolveOptions,
  { tsConfig: extractTSConfig(tsconfig) },
)
if (typeof output === 'string') throw new Error(`no result to judge: ${output}`)
const read = output.modules.filter((module) => module.source.endsWith('.ts') && !module.source.includes('node_modules')).length

for (const { rule, from, to } of output.summary.violations) console.error(`${rule.name}: ${from} -> ${to}`)
console.log(`import direction: ${read} modules read, ${output.summary.violations.length} violations`)
process.exitCode = read > 0 && output.summary.violations.length === 0 ? 0 : 1
