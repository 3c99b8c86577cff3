import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { collection } from '../collection.ts'
import { openSqlite } from './open-sqlite.ts'

const schema = z.strictObject({ id: z.string(), county: z.string(), version: z.int(), tags: z.array(z.string()) })
const notes = collection({ name: 'note', schema, unique: { tags: ['county', 'tags'] } })

describe('the store on SQLite', () => {
  it('keeps the other writes of a commit in which one fails', async () => {
    const store = openSqlite({ file: ':memory:' })
    const note = (id: string, ...tags: string[]) => ({ id, county: '350428', version: 1, tags })
    const answers = await Promise.all([
      store.insert(notes, note('a', 'x')),
      store.insert(notes, note('b', 'y', 'x')),
      store.insert(notes, note('c', 'y')),
    ])
    expect(answers).toEqual([{ ok: true }, { ok: false, duplicate: 'tags' }, { ok: true }])
    expect(await store.get(notes, '350428', 'b')).toBeUndefined()
    expect(await store.getBy(notes, 'tags', { county: '350428', tags: 'y' })).toMatchObject({ id: 'c' })
    await store.close()
  })
})
