import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { BrokenPromise } from '../../core/assert.ts'
import { collection } from '../collection.ts'
import { type Subject, withConnections } from './database.ts'
import { aCounty } from './order.ts'

const fields = { id: z.string(), county: z.string(), version: z.int() }
const early = z.strictObject({ ...fields, code: z.string(), places: z.array(z.string()) })
const late = z.strictObject({ ...fields, code: z.string(), places: z.array(z.string()), note: z.string().optional() })

const before = (name: string) =>
  collection({ name, schema: early, unique: { code: ['county', 'code'] }, indexes: { place: ['county', 'places'] } })
const after = (name: string) =>
  collection({ name, schema: late, unique: { note: ['county', 'note'] }, indexes: { code: ['county', 'code'] } })

export function declarationSuite(subject: () => Subject): void {
  describe('a collection', () => {
    it('whose declaration has changed keeps its documents and gets the new keys', async () => {
      const county = aCounty()
      const changed = after('changing')
      const doc = (id: string, code: string) => ({ id, county, version: 1, code, places: ['a', 'b'] })
      await withConnections(subject(), 1, async ([store]) => {
        await store?.insert(before('changing'), doc('x', '2'))
        await store?.insert(before('changing'), doc('y', '1'))
      })
      await withConnections(subject(), 1, async ([store]) => {
        const found = await store?.find(changed, { index: 'code', county, limit: 5 })
        expect(found?.docs).toEqual([doc('y', '1'), doc('x', '2')])
        expect(await store?.insert(changed, { ...doc('z', '3'), note: 'n' })).toEqual({ ok: true })
        expect(await store?.insert(changed, { ...doc('q', '4'), note: 'n' })).toEqual({ ok: false, duplicate: 'note' })
        expect(await store?.count(changed, { index: 'code', county, equals: { code: '3' } })).toBe(1)
      })
    })

    it('whose new unique key the documents already break is refused, and stays readable by the old one', async () => {
      const county = aCounty()
      const strict = collection({ name: 'breaking', schema: early, unique: { place: ['county', 'places'] } })
      const doc = (id: string) => ({ id, county, version: 1, code: id, places: ['a'] })
      await withConnections(subject(), 2, async ([first, second]) => {
        await first?.insert(before('breaking'), doc('x'))
        await first?.insert(before('breaking'), doc('y'))
        await expect(second?.insert(strict, doc('z'))).rejects.toThrow()
        expect(await first?.get(before('breaking'), county, 'y')).toEqual(doc('y'))
      })
    })

    it('declared twice under one name, and differently, is a bug', async () => {
      const county = aCounty()
      await withConnections(subject(), 1, async ([store]) => {
        await store?.get(before('twice'), county, 'x')
        await expect(store?.get(after('twice'), county, 'x')).rejects.toThrow(BrokenPromise)
        expect(await store?.get(before('twice'), county, 'x')).toBeUndefined()
      })
    })

    it('used for the first time over eight connections at once is made once', async () => {
      const county = aCounty()
      const fresh = before('fresh')
      const doc = { id: 'x', county, version: 1, code: '1', places: [] }
      const answers = await withConnections(subject(), 8, (stores) => Promise.all(stores.map((store) => store.insert(fresh, doc))))
      expect(answers.filter((answer) => answer.ok).length).toBe(1)
    })

    it('without keys is good enough for documents known by their id', async () => {
      const bare = collection({ name: 'bare', schema: z.strictObject(fields) })
      const county = aCounty()
      expect(await subject().store.insert(bare, { id: 'x', county, version: 1 })).toEqual({ ok: true })
      expect(await subject().store.get(bare, county, 'x')).toEqual({ id: 'x', county, version: 1 })
    })
  })
}
