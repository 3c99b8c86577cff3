import { type DestinationStream, pino } from 'pino'

/** All that may ever stand in a log line beside its constant message. Nothing here holds what a person typed, is called or owns. */
const ALLOWED = [
  'request',
  'method',
  'route',
  'status',
  'ms',
  'code',
  'task',
  'timer',
  'failures',
  'subscriber',
  'event',
  'collection',
  'id',
  'county',
  'count',
  'port',
  'store',
  'queue',
  'error',
  'errorCode',
  'frames',
  // The bot's account at the chat network: the code to log in with, and why it is not ready. It never says who wrote or what.
  'channel',
  'ready',
  'detail',
  'qrcode',
] as const

const ALLOWED_FIELDS: ReadonlySet<string> = new Set(ALLOWED)

export type LogFields = { readonly [Field in (typeof ALLOWED)[number]]?: string | number | boolean | undefined }
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

export interface Log {
  debug(fields: LogFields, message: string): void
  info(fields: LogFields, message: string): void
  warn(fields: LogFields, message: string): void
  error(fields: LogFields, message: string): void
}

const FIELD_CHARACTERS = 1000
const FRAMES = 8
const GATHERED_BYTES = 8 * 1024
const FLUSH_MS = 1000

/** The compiler keeps unknown fields out where it sees them; this keeps them out where it does not. */
function allowed(fields: object): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(fields)) {
    if (!ALLOWED_FIELDS.has(field)) continue
    if (typeof value === 'number' || typeof value === 'boolean') kept[field] = value
    if (typeof value === 'string') kept[field] = value.slice(0, FIELD_CHARACTERS)
  }
  return kept
}

/** What may be told of an error: its kind and where it was thrown. Its message may quote a document or a request, so it stays out. */
export function errorFields(error: unknown): Pick<LogFields, 'error' | 'errorCode' | 'frames'> {
  if (!(error instanceof Error)) return { error: typeof error }
  const stack = (error.stack ?? '').replace(error.message, '')
  const frames = stack.split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
  const code: unknown = Reflect.get(error, 'code')
  return {
    error: error.name,
    errorCode: typeof code === 'string' ? code : undefined,
    frames: frames
      .slice(0, FRAMES)
      .map((line) => line.trim())
      .join(' | '),
  }
}

/** Lines are gathered, so that logging costs no write a request; a crash may take the last second of them with it, an exit does not. */
const stdout = (): DestinationStream => pino.destination({ dest: 1, sync: false, minLength: GATHERED_BYTES, periodicFlush: FLUSH_MS })
const nowhere: DestinationStream = { write: () => undefined }

/** One JSON line an event, written to stdout or to the destination given. */
export function createLog({ level, to }: { readonly level: LogLevel; readonly to?: DestinationStream }): Log {
  const destination = to ?? (level === 'silent' ? nowhere : stdout())
  return pino({ level, base: null, formatters: { log: allowed } }, destination)
}
