import type { z } from 'zod'

/** What every stored document carries. `version` starts at 1 and grows by one with each replace. */
export interface Doc {
  readonly id: string
  readonly county: string
  readonly version: number
}

/** A dot path into the stored (encoded) document; a path through an array indexes each element. */
export type FieldPath = string
export type Scalar = string | number | boolean | null

/**
 * A collection is declared once. The schema decodes what is stored (plain JSON) into the domain's types and encodes it back;
 * both ways are checked. Each index begins with `county`. A unique key's missing or null field leaves the document out of that key.
 */
export interface Collection<T extends Doc = Doc> {
  readonly name: string
  readonly schema: z.ZodType<T>
  readonly unique: Readonly<Record<string, readonly FieldPath[]>>
  readonly indexes: Readonly<Record<string, readonly FieldPath[]>>
}

export type Inserted = { readonly ok: true } | { readonly ok: false; readonly duplicate: string }
export type Replaced =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'stale' }
  | { readonly ok: false; readonly reason: 'duplicate'; readonly duplicate: string }

/**
 * Reads along one declared index: `equals` names a prefix of its fields, `range` may bound the next one (`from` inclusive, `below`
 * exclusive); a range only ever meets documents that have the field. Rows come in index order, then by id; `descending` turns both
 * around. An index through an array answers only queries whose `equals` fixes the array's field. Anything undeclared throws `NotDeclared`.
 */
export interface Query {
  readonly index: string
  readonly county: string
  readonly equals?: Readonly<Record<FieldPath, Scalar>>
  readonly range?: { readonly field: FieldPath; readonly from?: Scalar; readonly below?: Scalar }
  readonly descending?: boolean
  readonly after?: string
  readonly limit: number
}

/** `next` is an opaque cursor, absent on the last page. A cursor of another query throws `BadCursor`. */
export interface Page<T> {
  readonly docs: readonly T[]
  readonly next?: string
}

/**
 * The document store. An answer means durable: what was acknowledged survives kill -9 of the process at any moment.
 * `replace` writes only when the stored version is `expectedVersion`; `doc.version` must be `expectedVersion + 1`.
 */
export interface Store {
  insert<T extends Doc>(into: Collection<T>, doc: T): Promise<Inserted>
  get<T extends Doc>(from: Collection<T>, county: string, id: string): Promise<T | undefined>
  /** Looks one document up by a declared unique key, all of its fields given. */
  getBy<T extends Doc>(from: Collection<T>, key: string, equals: Readonly<Record<FieldPath, Scalar>>): Promise<T | undefined>
  replace<T extends Doc>(into: Collection<T>, doc: T, expectedVersion: number): Promise<Replaced>
  find<T extends Doc>(from: Collection<T>, query: Query): Promise<Page<T>>
  count<T extends Doc>(from: Collection<T>, query: Omit<Query, 'after' | 'limit' | 'descending'>): Promise<number>
  remove<T extends Doc>(from: Collection<T>, county: string, id: string): Promise<boolean>
  close(): Promise<void>
}

/** The caller asked for an index, key or field that no collection declares. */
export class NotDeclared extends Error {
  override readonly name = 'NotDeclared'
}

/** The document does not fit its collection, or holds what plain JSON and both databases cannot keep. Names fields, never values. */
export class BadDocument extends Error {
  override readonly name = 'BadDocument'
}

/** The cursor was not made by the same query. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor'
}

/** The database is away or too slow; the caller may try the same again. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}
