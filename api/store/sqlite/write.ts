import { assert } from '../../core/assert.ts'
import type { Key, Row } from '../engine.ts'
import type { Prepare } from './statements.ts'
import { columnEntry, type KeyShape, sideEntries, type TableShape } from './table.ts'

/** Everything here runs inside a write transaction: nobody else writes between two statements. */
export interface Writing {
  readonly prepare: Prepare
  readonly shape: TableShape
}

/** Brings a side table to the row's elements, touching only those that came or went. */
function writeSide({ prepare }: Writing, key: KeyShape, at: { row: Row; number: number }): void {
  const wanted = new Map(sideEntries(key, at.row).map((entry) => [entry.toString('latin1'), entry]))
  for (const { key: stored } of prepare(`SELECT key FROM ${key.holder} WHERE row = ?`).all(at.number)) {
    assert(ArrayBuffer.isView(stored), 'a sort key is bytes')
    const known = wanted.delete(Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength).toString('latin1'))
    if (!known) prepare(`DELETE FROM ${key.holder} WHERE key = ? AND row = ?`).run(stored, at.number)
  }
  for (const entry of wanted.values()) prepare(`INSERT INTO ${key.holder} (key, row) VALUES (?, ?)`).run(entry, at.number)
}

const writeSides = (on: Writing, row: Row, number: number): void =>
  on.shape.sides.forEach((key) => {
    writeSide(on, key, { row, number })
  })

export function insertRow(on: Writing, row: Row): void {
  const { name, columns } = on.shape
  const names = columns.map((key) => `, ${key.holder}`).join('')
  const marks = columns.map(() => ', ?').join('')
  const keys = columns.map((key) => columnEntry(key, row))
  const sql = `INSERT INTO ${name} (county, id, version, json${names}) VALUES (?, ?, ?, ?${marks}) RETURNING row`
  const inserted = on.prepare(sql).get(row.county, row.id, row.version, JSON.stringify(row.json), ...keys)
  writeSides(on, row, Number(inserted?.['row']))
}

/** False when the stored version is another one, or there is no such document. */
export function replaceRow(on: Writing, row: Row, expectedVersion: number): boolean {
  const { name, columns } = on.shape
  const sets = columns.map((key) => `, ${key.holder} = ?`).join('')
  const keys = columns.map((key) => columnEntry(key, row))
  const sql = `UPDATE ${name} SET version = ?, json = ?${sets} WHERE county = ? AND id = ? AND version = ? RETURNING row`
  const replaced = on.prepare(sql).get(row.version, JSON.stringify(row.json), ...keys, row.county, row.id, expectedVersion)
  if (replaced === undefined) return false
  writeSides(on, row, Number(replaced['row']))
  return true
}

export function removeRow({ prepare, shape }: Writing, key: Key): boolean {
  const removed = prepare(`DELETE FROM ${shape.name} WHERE county = ? AND id = ? RETURNING row`).get(key.county, key.id)
  if (removed === undefined) return false
  for (const side of shape.sides) prepare(`DELETE FROM ${side.holder} WHERE row = ?`).run(Number(removed['row']))
  return true
}

const numberOf = ({ prepare, shape }: Writing, key: Key): number | undefined => {
  const found = prepare(`SELECT row FROM ${shape.name} WHERE county = ? AND id = ?`).get(key.county, key.id)
  return found === undefined ? undefined : Number(found['row'])
}

function isHeldByAnother(on: Writing, key: KeyShape, at: { row: Row; number: number | undefined }): boolean {
  const inColumn = key.arrayField === undefined
  const entries = inColumn ? [columnEntry(key, at.row)] : sideEntries(key, at.row)
  const sql = inColumn ? `SELECT row FROM ${on.shape.name} WHERE ${key.holder} = ?` : `SELECT row FROM ${key.holder} WHERE key = ?`
  return entries.some((entry) => {
    const holder = entry === null ? undefined : on.prepare(sql).get(entry)
    return holder !== undefined && Number(holder['row']) !== at.number
  })
}

/** After a conflict: the first key, in the order of the declaration, that another document holds. */
export function duplicateKey(on: Writing, row: Row, isNew: boolean): string | undefined {
  const number = numberOf(on, row)
  if (isNew && number !== undefined) return 'id'
  return [...on.shape.columns, ...on.shape.sides].find((key) => key.unique && isHeldByAnother(on, key, { row, number }))?.name
}
