import { z } from 'zod'
import { collection } from '../../store/collection.ts'
import type { Doc, Store } from '../../store/port.ts'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import type { Subscriber } from '../handling.ts'
import { COUNTY, eventful, happened } from './eventful.ts'

export const effects = collection<Doc>({
  name: 'effects',
  schema: z.strictObject({ id: z.string(), county: z.string(), version: z.int() }),
  indexes: { all: ['county', 'id'] },
})

/** An effect whose key is the event's: told twice, it is there once. */
export const recorder = (store: Store): Subscriber => ({
  name: 'recorder',
  on: ['jobDone'],
  run: async (event) => {
    await store.insert(effects, { id: event.id, county: COUNTY, version: 1 })
  },
})

/** Run as a program: causes events and acknowledges each on stdout, until it is killed. */
async function live(file: string, name: string): Promise<never> {
  const store = openSqlite({ file })
  const county = eventful({ store, subscribers: [recorder(store)], clearAfterMs: 5 })
  await county.relay.sweep()
  await county.add(name)
  for (let n = 0; ; n += 1) {
    const event = happened(name, n)
    await county.append(name, event)
    process.stdout.write(`${event.id}\n`)
  }
}

const [, program, file, name] = process.argv
if (program?.endsWith('relay-victim.ts') && file !== undefined && name !== undefined) await live(file, name)
