import type { IncomingMessage } from 'node:http'
import { accept, type Result, refuse } from '@linggong/api/core/result.ts'
import { BOUND } from './bounds.ts'

/**
 * The body as text. What is too long is read on and thrown away, up to a point, because a sender whose connection is cut never sees why.
 * Rejects only when the connection breaks.
 */
export async function readBody(request: IncomingMessage, mostBytes: number = BOUND.bodyBytes): Promise<Result<string>> {
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
    return refuse('wrong-content-type', { reason: 'no compression here' })
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes <= mostBytes) chunks.push(chunk)
    if (bytes > BOUND.discardedBytes) break
  }
  if (bytes > mostBytes) return refuse('payload-too-large', { bytes: mostBytes })
  try {
    return accept(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch {
    return refuse('bad-request', { field: '', reason: 'not UTF-8' })
  }
}
