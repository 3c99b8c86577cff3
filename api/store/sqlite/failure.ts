import { StoreUnavailable } from '../port.ts'

/** SQLite's primary result codes (sqlite.org/rescode.html). */
const BUSY = 5
const LOCKED = 6
const CONSTRAINT = 19
/** Out of memory, read-only, disk error, disk full, cannot open, locking protocol: the machine's trouble, not the caller's. */
const TROUBLE = new Set([BUSY, LOCKED, 7, 8, 10, 13, 14, 15])

function primaryCode(error: unknown): number | undefined {
  const code: unknown = typeof error === 'object' && error !== null && 'errcode' in error ? error.errcode : undefined
  return typeof code === 'number' ? code & 0xff : undefined
}

/** Another process is writing; the same may work in a moment. */
export const isBusy = (error: unknown): boolean => [BUSY, LOCKED].includes(primaryCode(error) ?? 0)

/** A unique index said no. */
export const isConflict = (error: unknown): boolean => primaryCode(error) === CONSTRAINT

/** What the caller should see of an error of the database. */
export const asFailure = (error: unknown): unknown =>
  TROUBLE.has(primaryCode(error) ?? 0) ? new StoreUnavailable('the database cannot answer now', { cause: error }) : error
