export const ROWS_PER_PAGE = 6
/** Long enough to read six rows from afar. */
export const PAGE_SECONDS = 12

/** Which part of a list is on the screen, so many seconds after it was switched on. */
export function pageAt<T>(rows: readonly T[], seconds: number): { readonly rows: readonly T[]; readonly at: number; readonly of: number } {
  const of = Math.max(1, Math.ceil(rows.length / ROWS_PER_PAGE))
  const at = Math.floor(seconds / PAGE_SECONDS) % of
  return { rows: rows.slice(at * ROWS_PER_PAGE, (at + 1) * ROWS_PER_PAGE), at, of }
}
