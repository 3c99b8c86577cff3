import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { instant } from './codecs.ts'
import { collection } from './collection.ts'

const shape = {
  id: z.string(),
  county: z.string(),
  version: z.int(),
  dueAt: instant.optional(),
  place: z.strictObject({ town: z.string().nullable() }),
  takes: z.array(z.strictObject({ worker: z.string(), note: z.string().optional() })),
  tags: z.array(z.string()),
  mixed: z.union([z.string(), z.number()]),
}
const schema = z.strictObject(shape)
const indexed = (...paths: string[]) => collection({ name: 'job', schema, indexes: { one: ['county', ...paths] } })

describe('declaring a collection', () => {
  it('keeps and freezes what was declared', () => {
    const job = collection({ name: 'job', schema, unique: { place: ['place.town'] }, indexes: { due: ['county', 'dueAt'] } })
    expect(job).toMatchObject({ name: 'job', unique: { place: ['place.town'] }, indexes: { due: ['county', 'dueAt'] } })
    expect([job, job.unique, job.indexes, job.indexes['due']].every(Object.isFrozen)).toBe(true)
  })

  it.each([['dueAt'], ['place.town'], ['takes.worker'], ['tags'], ['takes.note', 'dueAt']])('accepts an index on %s', (...paths) => {
    expect(() => indexed(...paths)).not.toThrow()
  })

  it.each([
    ['a field the schema does not know', ['placee.town']],
    ['an object', ['place']],
    ['an array of objects', ['takes']],
    ['text and numbers mixed', ['mixed']],
    ['two fields in arrays', ['takes.worker', 'tags']],
    ['the same field twice', ['dueAt', 'dueAt']],
    ['an operator', ['$where']],
    ['an inherited property', ['constructor']],
    ['an empty path', ['']],
  ])('refuses an index on %s', (_what, paths) => {
    expect(() => indexed(...paths)).toThrow(/collection job, key one/)
  })

  it.each([
    ['an index that does not begin with the county', { indexes: { due: ['dueAt'] } }, /begins with county/],
    ['a name that is no identifier', { name: 'job; drop' }, /identifier/],
    ['a key that is no identifier', { indexes: { 'by due': ['county', 'dueAt'] } }, /identifier/],
    ['two keys of one name', { unique: { due: ['id'] }, indexes: { Due: ['county', 'dueAt'] } }, /its own name/],
    ['a key named like the identity', { unique: { id: ['place.town'] } }, /its own name/],
    ['a unique key on a field an element may lack', { unique: { note: ['takes.note'] } }, /required in every element/],
    ['an open object', { schema: z.object(shape) }, /strictObject/],
    ['an open object deep inside', { schema: z.strictObject({ ...shape, more: z.array(z.object({})).optional() }) }, /strictObject/],
    ['a one-way transform', { schema: z.strictObject({ ...shape, more: z.string().transform(Number) }) }, /codec/],
    ['a preprocessed field', { schema: z.strictObject({ ...shape, more: z.preprocess(String, z.string()) }) }, /codec/],
  ])('refuses %s', (_what, change, message) => {
    expect(() => collection({ name: 'job', schema, ...change })).toThrow(message)
  })
})
