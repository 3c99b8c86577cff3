import type { DatabaseSync } from 'node:sqlite'
import type { Row } from '../engine.ts'
import type { JsonObject } from '../json.ts'
import { columnEntry, type KeyShape, sideEntries, type TableShape } from './table.ts'

const SHAPES = '"shapes$"'

function createSide(database: DatabaseSync, key: KeyShape): void {
  database.exec(`CREATE TABLE ${key.holder} (key BLOB PRIMARY KEY, row INTEGER NOT NULL) WITHOUT ROWID`)
  database.exec(`CREATE INDEX "${key.holder.slice(1, -1)}$row" ON ${key.holder} (row)`)
}

function createTable(database: DatabaseSync, { name, columns, sides }: TableShape): void {
  const keys = columns.map((key) => `, ${key.holder} BLOB`).join('')
  database.exec(`CREATE TABLE ${name} (
    row INTEGER PRIMARY KEY, county TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, json TEXT NOT NULL${keys}, UNIQUE (county, id))`)
  for (const key of sides) createSide(database, key)
}

/** SQLite calls two nulls different, so a unique index leaves out the rows without the key by itself. */
function createColumnIndex(database: DatabaseSync, shape: TableShape, key: KeyShape): void {
  const index = `"${shape.name.slice(1, -1)}${key.name}"`
  database.exec(`CREATE ${key.unique ? 'UNIQUE ' : ''}INDEX ${index} ON ${shape.name} (${key.holder})`)
}

const storedRow = (stored: Record<string, unknown>): Row => {
  const json = JSON.parse(String(stored['json'])) as JsonObject
  return { county: String(stored['county']), id: String(stored['id']), version: Number(stored['version']), json }
}

/** The declaration has changed since the documents were stored: every key is computed again, in the same transaction. */
function moveDocuments(database: DatabaseSync, shape: TableShape, from: string): void {
  const columns = shape.columns.map((key) => `, ${key.holder}`).join('')
  const marks = shape.columns.map(() => ', ?').join('')
  const insert = database.prepare(`INSERT INTO ${shape.name} (row, county, id, version, json${columns}) VALUES (?, ?, ?, ?, ?${marks})`)
  const sides = shape.sides.map((key) => ({ key, insert: database.prepare(`INSERT INTO ${key.holder} (key, row) VALUES (?, ?)`) }))
  for (const stored of database.prepare(`SELECT row, county, id, version, json FROM ${from}`).iterate()) {
    const row = storedRow(stored)
    const number = Number(stored['row'])
    insert.run(number, row.county, row.id, row.version, String(stored['json']), ...shape.columns.map((key) => columnEntry(key, row)))
    for (const side of sides) for (const entry of sideEntries(side.key, row)) side.insert.run(entry, number)
  }
}

function dropSides(database: DatabaseSync, shape: TableShape): void {
  const prefix = shape.name.slice(1, -1)
  const sides = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, ?) = ? AND name <> ?`)
  for (const { name } of sides.all(prefix.length, prefix, prefix)) database.exec(`DROP TABLE "${String(name)}"`)
}

function rebuildTable(database: DatabaseSync, shape: TableShape): void {
  const old = '"old$"'
  dropSides(database, shape)
  database.exec(`ALTER TABLE ${shape.name} RENAME TO ${old}`)
  createTable(database, shape)
  moveDocuments(database, shape, old)
  database.exec(`DROP TABLE ${old}`)
}

/** How the tables of a collection were built; undefined where there are none. Changes nothing. */
export function fingerprintOf(database: DatabaseSync, { name }: TableShape): string | undefined {
  if (database.prepare(`SELECT 1 FROM sqlite_master WHERE name = ?`).get(SHAPES.slice(1, -1)) === undefined) return undefined
  const known = database.prepare(`SELECT fingerprint FROM ${SHAPES} WHERE name = ?`).get(name)
  return known === undefined ? undefined : String(known['fingerprint'])
}

/**
 * Makes the tables of a collection what its declaration says. Runs inside a write transaction, so that of several processes one builds
 * and the others find it built. A unique key that the stored documents already break makes it throw, and everything stays as it was.
 */
export function buildTable(database: DatabaseSync, shape: TableShape): void {
  database.exec(`CREATE TABLE IF NOT EXISTS ${SHAPES} (name TEXT PRIMARY KEY, fingerprint TEXT NOT NULL)`)
  const known = fingerprintOf(database, shape)
  if (known === shape.fingerprint) return
  if (known === undefined) createTable(database, shape)
  else rebuildTable(database, shape)
  for (const key of shape.columns) createColumnIndex(database, shape, key)
  database.prepare(`INSERT OR REPLACE INTO ${SHAPES} (name, fingerprint) VALUES (?, ?)`).run(shape.name, shape.fingerprint)
}
