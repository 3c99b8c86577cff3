import { StoreUnavailable } from '../port.ts'

/** Server codes that mean "not now" (src/mongo/base/error_codes.yml): time-outs, elections, shutdown, conflicts with other writers. */
const TROUBLE = new Set([6, 7, 50, 64, 89, 91, 112, 133, 134, 189, 262, 317, 9001, 10_107, 11_600, 11_602, 13_435, 13_436])
const WRITE_CONFLICT = 112
const DUPLICATE_KEY = 11_000

/** Errors of the driver and of mongoose that mean the server could not be reached or did not answer in time. */
const UNREACHABLE = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoWaitQueueTimeoutError',
  'MongoOperationTimeoutError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'PoolClearedOnNetworkError',
  'MongoWriteConcernError',
  'MongoStalePrimaryError',
  'MongoNotConnectedError',
  'MongoExpiredSessionError',
  'MongoServerClosedError',
  'MongoTopologyClosedError',
  'MongoClientClosedError',
])

const isErrorLike = (error: unknown): error is { readonly name: string; readonly message: string; readonly code?: unknown } =>
  typeof error === 'object' && error !== null && 'name' in error && 'message' in error

export const serverCode = (error: unknown): number | undefined =>
  isErrorLike(error) && typeof error.code === 'number' ? error.code : undefined

export const messageOf = (error: unknown): string => (isErrorLike(error) ? error.message : '')

export const isDuplicate = (error: unknown): boolean => serverCode(error) === DUPLICATE_KEY

/** Certainly not applied; the same may work at once. */
export const isWriteConflict = (error: unknown): boolean => serverCode(error) === WRITE_CONFLICT

/** What the caller should see of an error of the driver or the server. */
export function asFailure(error: unknown): unknown {
  const away = isErrorLike(error) && UNREACHABLE.has(error.name)
  return away || TROUBLE.has(serverCode(error) ?? 0) ? new StoreUnavailable('the database cannot answer now', { cause: error }) : error
}
