import { readDatabase } from './config.ts'
import { makeNewKey } from './vault/load-key-ring.ts'

/** Makes a new key that everything is sealed with from the next start on. What is sealed already is the work of `keys:rotate`. */
function main(): void {
  const { kid, written } = makeNewKey({ env: process.env, dataDir: readDatabase(process.env).dataDir })
  const said =
    written === undefined
      ? [`${kid} is the current key of keys.json.`]
      : [`put this and a comma in front of LINGGONG_KEYS, on every machine of the county:`, written]
  process.stdout.write(`${[...said, 'Restart every process, then: npm run keys:rotate'].join('\n')}\n`)
}

try {
  main()
} catch (error) {
  process.stderr.write(`no key was made: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
