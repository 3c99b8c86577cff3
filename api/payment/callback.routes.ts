import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Mount } from '../http/mounts.ts'
import { errorFields, type Log } from '../log.ts'
import { CALLBACK_STATUS, type CallbackOutcome } from './callback.ts'
import type { RawNotification } from './port.ts'

interface CallbackMountParts {
  /** Where the provider was told to call. */
  readonly prefix: string
  readonly receive: (raw: RawNotification) => Promise<CallbackOutcome>
  readonly log: Log
  readonly answerWithinMs?: number
}

/** The provider hangs up after five seconds and comes again; the work that is under way then does no harm. */
const ANSWER_WITHIN_MS = 4_500
const BODY_BYTES = 128 * 1024
const DISCARDED_BYTES = 1024 * 1024

/**
 * The raw bytes; undefined when they are too many. What is too many is read on and thrown away, up to a point, because a sender whose
 * connection is cut never sees why. Rejects when the caller goes away.
 */
async function readBytes(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes <= BODY_BYTES) chunks.push(chunk)
    if (bytes > DISCARDED_BYTES) break
  }
  return bytes > BODY_BYTES ? undefined : Buffer.concat(chunks)
}

interface Answer {
  readonly status: number
  readonly code: string
}

function answer(response: ServerResponse, { status, code }: Answer): void {
  if (response.headersSent || response.destroyed) return
  const body = JSON.stringify(status === 200 ? { code: 'SUCCESS' } : { code: 'FAIL', message: code })
  const end = response.req.complete ? {} : { connection: 'close' }
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...end })
  response.end(body)
}

const answerOf = (outcome: CallbackOutcome): Answer =>
  outcome.ok ? { status: 200, code: outcome.effect } : { status: CALLBACK_STATUS[outcome.why], code: outcome.why }

async function handle({ receive }: CallbackMountParts, request: IncomingMessage): Promise<Answer> {
  if (request.method !== 'POST') return { status: 405, code: 'method-not-allowed' }
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') return { status: 415, code: 'wrong-content-type' }
  const body = await readBytes(request)
  if (body === undefined) return { status: 413, code: 'payload-too-large' }
  return answerOf(await receive({ headers: request.headers, body }))
}

/** Hears the provider's callbacks on a path of the county's server. What is refused is logged by its kind; no word of a body is. */
export function createCallbackMount(parts: CallbackMountParts): Mount {
  const { prefix, log, answerWithinMs = ANSWER_WITHIN_MS } = parts
  const say = (response: ServerResponse, said: Answer): void => {
    const fields = { route: prefix, status: said.status, code: said.code }
    if (said.status === 200) log.debug(fields, 'a payment callback was heard')
    else log.warn(fields, 'a payment callback was refused')
    answer(response, said)
  }
  return {
    prefix,
    listener(request, response) {
      const late = setTimeout(() => say(response, { status: 503, code: 'too-slow' }), answerWithinMs)
      handle(parts, request)
        .catch((error: unknown): Answer => {
          log.error({ route: prefix, ...errorFields(error) }, 'a payment callback failed')
          return { status: 503, code: 'try-again' }
        })
        .then((said) => {
          clearTimeout(late)
          if (!response.headersSent) say(response, said)
        })
      return true
    },
  }
}
