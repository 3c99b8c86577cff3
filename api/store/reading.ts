import type { Engine } from './engine.ts'
import type { Store } from './port.ts'

/** A database that is only looked into: by somebody who must not change it, beside those who do. */
export type ReadStore = Pick<Store, 'get' | 'getBy' | 'find' | 'count' | 'close'>

const refuse = (): Promise<never> => Promise.reject(new Error('this database was opened to be read only'))

/** What stands in for the writes of a database that was opened to be read only. */
export const NO_WRITES: Pick<Engine, 'insert' | 'replace' | 'remove'> = { insert: refuse, replace: refuse, remove: refuse }
