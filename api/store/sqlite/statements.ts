import type { DatabaseSync, StatementSync } from 'node:sqlite'

const STATEMENTS_MAX = 1000

export type Prepare = (sql: string) => StatementSync

/** Each text is prepared once; the texts come from declarations only, never from values. */
export function createStatements(database: DatabaseSync): Prepare {
  const prepared = new Map<string, StatementSync>()
  return (sql) => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const statement = database.prepare(sql)
    if (prepared.size < STATEMENTS_MAX) prepared.set(sql, statement)
    return statement
  }
}
