import type { JsonObject } from './json.ts'
import type { Plan } from './plan.ts'
import type { Collection, Inserted, Replaced, Scalar } from './port.ts'

/** Which document: ids are unique within a county. */
export interface Key {
  readonly county: string
  readonly id: string
}

/** A document as it is stored: the identity apart, checked, and the whole as plain JSON. */
export interface Row extends Key {
  readonly version: number
  readonly json: JsonObject
}

/**
 * What one database has to do. All checks, codecs and cursors stand before it in `createStore`, so the databases cannot differ in them.
 * `find` answers at most `plan.limit + 1` documents: the one too many says that there is a next page.
 */
export interface Engine {
  insert(into: Collection, row: Row): Promise<Inserted>
  get(from: Collection, key: Key): Promise<JsonObject | undefined>
  getBy(from: Collection, key: string, values: readonly Scalar[]): Promise<JsonObject | undefined>
  replace(into: Collection, row: Row, expectedVersion: number): Promise<Replaced>
  find(from: Collection, plan: Plan): Promise<readonly JsonObject[]>
  count(from: Collection, plan: Plan): Promise<number>
  remove(from: Collection, key: Key): Promise<boolean>
  close(): Promise<void>
}
