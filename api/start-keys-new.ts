import { readDatabase } from './config.ts'
import { makeNewKey } from './vault/load-key-ring.ts'

/** Makes new keys, which everything is sealed with and found by from the next start on. What is there already is the work of `keys:rotate`. */
function main(): void {
  const { kid, written } = makeNewKey({ env: process.env, dataDir: readDatabase(process.env).dataDir })
  const said =
    written === undefined
      ? [`${kid} now stands in front of the keys of keys.json.`]
      : [
          'put each of these and a comma in front of what is there, on every machine of the county:',
          `LINGGONG_KEYS=${written.keys}`,
          `LINGGONG_INDEX_KEY=${written.indexKey}`,
        ]
  process.stdout.write(`${[...said, 'Restart every process, then: npm run keys:rotate'].join('\n')}\n`)
}

try {
  main()
} catch (error) {
  process.stderr.write(`no key was made: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
