import type { Store } from '../port.ts'

/** `sqlite FILE ''` or `mongo URL DATABASE`: what another process is told on its command line. */
export type Address = readonly [kind: 'sqlite' | 'mongo', where: string, database: string]

/** A database of the suite's own, which the tests share and `drop` leaves no trace of. */
export interface TestDatabase {
  readonly address: Address
  /** Another connection, as another process would have it. */
  connect(): Promise<Store>
  drop(): Promise<void>
}

/** What a part of the suite runs on: `store` is open for the whole suite. */
export interface Subject {
  readonly store: Store
  readonly database: TestDatabase
}

/** Other connections for as long as `act` runs, closed however it ends. */
export async function withConnections<R>(subject: Subject, count: number, act: (stores: readonly Store[]) => Promise<R>): Promise<R> {
  const stores = await Promise.all(Array.from({ length: count }, () => subject.database.connect()))
  try {
    return await act(stores)
  } finally {
    await Promise.all(stores.map((store) => store.close()))
  }
}
