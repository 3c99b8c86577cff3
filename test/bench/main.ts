import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Figure } from './figure.ts'

/** Runs the benches named on the command line, else all; prints a line a figure and keeps the newest run in `bench/latest.json`. */
const BENCHES: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  understand: async () => (await import('./understand.bench.ts')).run(),
  grab: async () => (await import('./grab.bench.ts')).run(),
  http: async () => (await import('./http.bench.ts')).run(),
  statistics: async () => (await import('./statistics.bench.ts')).run(),
  page: async () => (await import('./page.bench.ts')).run(),
  chat: async () => (await import('./chat.bench.ts')).run(),
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !Object.hasOwn(BENCHES, name))
if (unknown !== undefined) throw new Error(`no bench ${unknown}; there are ${Object.keys(BENCHES).join(', ')}`)

const figures: (Figure & { readonly bench: string })[] = []
for (const [bench, run] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(bench)) continue
  for (const figure of await run()) {
    figures.push({ bench, ...figure })
    process.stdout.write(`${bench.padEnd(11)}${figure.name.padEnd(64)} ${figure.figure}\n`)
  }
}
const folder = path.join(import.meta.dirname, '../../bench')
await mkdir(folder, { recursive: true })
await writeFile(
  path.join(folder, 'latest.json'),
  `${JSON.stringify({ at: new Date().toISOString(), node: process.version, figures }, undefined, 2)}\n`,
)
process.exit(0)
