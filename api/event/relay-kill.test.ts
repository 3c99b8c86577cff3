import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { COUNTY, eventful, things } from './testing/eventful.ts'
import { effects, recorder } from './testing/relay-victim.ts'

const VICTIM = join(import.meta.dirname, 'testing', 'relay-victim.ts')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relay-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Lets a process cause events until it has acknowledged so many, and kills it in the middle of the next. */
async function killedAfter(acknowledged: number, file: string, name: string): Promise<readonly string[]> {
  const victim = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', VICTIM, file, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ids: string[] = []
  for await (const id of createInterface({ input: victim.stdout })) {
    ids.push(id)
    if (ids.length === acknowledged) victim.kill('SIGKILL')
  }
  return ids
}

it('loses no acknowledged event and has no effect twice, however often the process is killed', async () => {
  const file = join(folder, 'county.sqlite')
  const acknowledged: string[] = []
  for (const [round, count] of [3, 17, 60, 1].entries()) acknowledged.push(...(await killedAfter(count, file, `t${round}`)))

  const store = openSqlite({ file })
  const survivor = eventful({ store, subscribers: [recorder(store)] })
  await survivor.relay.sweep()
  await survivor.relay.idle()

  const found = await store.find(effects, { index: 'all', county: COUNTY, limit: 1000 })
  const effected = new Set(found.docs.map((effect) => effect.id))
  expect(acknowledged.length).toBeGreaterThanOrEqual(81)
  expect(acknowledged.filter((id) => !effected.has(id))).toEqual([])
  expect(await store.count(things, { index: 'outbox', county: COUNTY, range: { field: 'outboxSince', from: '' } })).toBe(0)
  await store.close()
})
