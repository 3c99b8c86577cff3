import type { IncomingMessage } from 'node:http'

const FORM = 'application/x-www-form-urlencoded'
const FORM_BYTES = 4 * 1024

/** The fields of a small form; undefined where it is none, or too big to be one of ours. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
  if (type !== FORM || (request.headers['content-encoding'] ?? 'identity') !== 'identity') return undefined
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes > FORM_BYTES) return undefined
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString())
}
