import type { IncomingMessage } from 'node:http'
import { LIMIT } from '../core/limit.ts'
import { accept, refuse } from '../core/result.ts'
import { badRequest, type Rejected } from './dispatch.ts'
import { parseStrictJson } from './strict-json.ts'

type Body = { readonly ok: true; readonly value: unknown } | Rejected

const JSON_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i
const NOTHING: Body = accept(Object.freeze({}))

/** The caller hung up in the middle of his request, or was too slow and was hung up on: there is nobody to answer. */
export class CallerGone extends Error {
  override readonly name = 'CallerGone'
}

/** The bytes of a body, or undefined as soon as they are more than allowed. */
function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer | undefined>()
  const chunks: Buffer[] = []
  let length = 0
  request.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length > maxBytes) resolve(undefined)
    else chunks.push(chunk)
  })
  request.on('end', () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)))
  request.on('error', () => reject(new CallerGone()))
  request.on('close', () => reject(new CallerGone()))
  return promise
}

/** The JSON body of a request. Compressed bodies are refused rather than inflated: nothing we take is big enough to be worth a bomb. */
export async function readBody(request: IncomingMessage, maxBytes: number = LIMIT.bodyBytes): Promise<Body> {
  const { 'content-length': length, 'content-type': type, 'content-encoding': encoding, 'transfer-encoding': transfer } = request.headers
  if (Number(length ?? 0) > maxBytes) return refuse('payload-too-large', { maxBytes })
  if (transfer === undefined && (length === undefined || length === '0')) return NOTHING
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') return refuse('wrong-content-type')
  if (type === undefined || !JSON_TYPE.test(type)) return refuse('wrong-content-type')
  const bytes = await readBytes(request, maxBytes)
  if (bytes === undefined) return refuse('payload-too-large', { maxBytes })
  if (bytes.length === 0) return NOTHING
  const parsed = parseStrictJson(bytes)
  return parsed.ok ? parsed : badRequest([parsed.error])
}
