import { globSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { EXPORT_FILES } from '@linggong/api/own-data/export-copy.ts'
import { SEALED } from '@linggong/api/start-sealed.ts'
import type { Collection } from '@linggong/api/store/port.ts'
import { z } from 'zod'
import { COLLECTIONS } from './kit/collections.ts'

const API = path.join(import.meta.dirname, '../../api')
/** Declared beside what uses them, and of no person: a counter, the marker of the demo and the check of the keys. */
const ELSEWHERE = ['keychecks']

const isCollection = (value: unknown): value is Collection =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'schema') && Object.hasOwn(value, 'unique')

async function declared(): Promise<readonly Collection[]> {
  const modules = await Promise.all(globSync('**/*.collection.ts', { cwd: API }).map((file) => import(path.join(API, file))))
  return modules.flatMap((found) => Object.values(found).filter(isCollection))
}

const all = await declared()
const ENVELOPE = '^v1\\\\.'
const shapeOf = ({ schema }: Collection): string => JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))

describe('every collection', () => {
  it('says how it is sealed and what becomes of it when somebody is forgotten', () => {
    expect(all.length).toBeGreaterThan(30)
    expect(all.map(({ name }) => name).toSorted()).toEqual(Object.keys(COLLECTIONS).toSorted())
  })

  it('that is sealed with the county’s keys is sealed again when they are rotated, and no other', () => {
    const byCounty = Object.entries(COLLECTIONS).flatMap(([name, [by]]) => (by === 'county' ? [name] : []))
    expect(SEALED.map(({ name }) => name).toSorted()).toEqual([...byCounty, ...ELSEWHERE].toSorted())
  })

  it('is told of in the archive of one’s own data, or there is a reason why not, and each file of the archive tells of one', () => {
    const told = new Set(Object.values(COLLECTIONS).map(([, , file]) => file))
    const files = Object.keys(EXPORT_FILES)
    /** What somebody posted stands beside what he took, and who helps whom beside who they are. */
    expect(files.filter((file) => !told.has(file as 'person'))).toEqual(['posted', 'help'])
  })

  it('whose shape has an envelope says so', () => {
    const sealed = all.filter((each) => shapeOf(each).includes(ENVELOPE)).map(({ name }) => name)
    expect(sealed).toEqual(expect.arrayContaining(['people', 'licences', 'staffAccounts']))
    expect(sealed.filter((name) => COLLECTIONS[name]?.[0] === 'nothing')).toEqual([])
  })
})
