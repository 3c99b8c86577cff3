import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { z } from 'zod'
import { collection } from './collection.ts'
import { findWithin, type Within } from './find-within.ts'
import { BadCursor, type Doc, type Query, type Store } from './port.ts'
import { openSqlite } from './sqlite/open-sqlite.ts'

interface Thing extends Doc {
  readonly where: string
  readonly kind: string
  readonly at: string
}

const things = collection<Thing>({
  name: 'things',
  schema: z.strictObject({
    id: z.string(),
    county: z.string(),
    version: z.int(),
    where: z.string(),
    kind: z.string(),
    at: z.string(),
  }),
  indexes: { kind: ['county', 'kind', 'at'], whereKind: ['county', 'where', 'kind', 'at'] },
})
const within = (...townships: readonly string[]): Within => ({ townships, index: 'whereKind', township: 'where', sort: 'at' })
const query = (about: Partial<Query> = {}): Query => ({ index: 'kind', county: 'c', equals: { kind: 'a' }, limit: 3, ...about })

let store: Store
beforeEach(() => {
  store = openSqlite({ file: ':memory:' })
})
afterEach(() => store.close())

async function keep(rows: readonly (readonly [where: string, at: string, kind?: string, county?: string])[]): Promise<void> {
  for (const [n, [where, at, kind = 'a', county = 'c']] of rows.entries())
    await store.insert(things, { id: `t${String(n).padStart(3, '0')}`, county, version: 1, where, kind, at })
}

/** All pages of a question, one after the other. */
async function pages(asked: Query, where: Within | undefined): Promise<readonly (readonly string[])[]> {
  const found: string[][] = []
  for (let after: string | undefined; ; ) {
    const page = await findWithin(store, { from: things, query: after === undefined ? asked : { ...asked, after } }, where)
    found.push(page.docs.map(({ id }) => id))
    after = page.next
    if (after === undefined) return found
  }
}

describe('a query within some townships', () => {
  it('finds theirs alone, in the order of the whole, by the page', async () => {
    await keep([
      ['B', '5'],
      ['A', '1'],
      ['C', '2'],
      ['A', '4'],
      ['B', '3'],
      ['A', '6'],
      ['A', '0', 'b'],
      ['A', '0', 'a', 'd'],
    ])
    expect(await pages(query(), within('A', 'B'))).toEqual([
      ['t001', 't004', 't003'],
      ['t000', 't005'],
    ])
    expect(await pages(query(), within('C', 'C'))).toEqual([['t002']])
    expect(await pages(query(), within('D'))).toEqual([[]])
    expect(await pages(query(), within())).toEqual([[]])
    expect((await pages(query(), undefined)).flat()).toHaveLength(6)
  })

  it('keeps to the range of the query', async () => {
    await keep([
      ['A', '1'],
      ['B', '2'],
      ['A', '3'],
      ['B', '4'],
    ])
    expect(await pages(query({ range: { field: 'at', from: '2', below: '4' } }), within('A', 'B'))).toEqual([['t001', 't002']])
  })

  it.each([
    ['another township', query(), within('B')],
    ['another kind', query({ equals: { kind: 'b' } }), within('A', 'B')],
    ['the whole', query(), undefined],
  ])('cannot be gone on with in %s', async (_where, asked, where) => {
    await keep([
      ['A', '1'],
      ['A', '2'],
      ['A', '3'],
      ['B', '4'],
    ])
    const { next = '' } = await findWithin(store, { from: things, query: query() }, within('A', 'B'))
    await expect(findWithin(store, { from: things, query: { ...asked, after: next } }, where)).rejects.toThrow(BadCursor)
  })

  it.each(['', 'forged', 'W10.AAAAAAAAAAAAAAAA', 'a.b.c'])('takes no cursor like %p', async (after) => {
    await expect(findWithin(store, { from: things, query: query({ after }) }, within('A'))).rejects.toThrow(BadCursor)
  })

  it('comes to the same as looking at all and leaving out, however much falls on one moment', async () => {
    const row = fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.constantFrom('1', '2', '3'))
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 30 }), fc.integer({ min: 1, max: 7 }), async (rows, limit) => {
        await store.close()
        store = openSqlite({ file: ':memory:' })
        await keep(rows)
        const all = (await pages(query({ limit: 1000 }), undefined)).flat()
        const wanted = all.filter((id) => rows[Number(id.slice(1))]?.[0] !== 'C')
        const found = await pages(query({ limit }), within('A', 'B'))
        expect(found.flat()).toEqual(wanted)
        expect(found.slice(0, -1).every((page) => page.length === limit)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
