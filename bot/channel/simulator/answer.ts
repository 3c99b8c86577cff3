import type { ServerResponse } from 'node:http'
import { REFUSAL } from '@linggong/api/core/refusal.ts'
import type { Refused } from '@linggong/api/core/result.ts'
import { refusalTitle } from './page/copy.ts'

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, 'application/json; charset=utf-8', body)
}

/** What stands under an id stays the same for ever. Anybody may have sent it, so it is a picture by its first bytes or nothing to look at. */
export function answerPicture(response: ServerResponse, picture: Uint8Array): void {
  response.writeHead(200, {
    'content-type': mediaTypeOf(picture),
    'content-length': picture.length,
    'cache-control': 'private, max-age=86400, immutable',
    'x-content-type-options': 'nosniff',
  })
  response.end(picture)
}

function mediaTypeOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xd8) return 'image/jpeg'
  return first === 0x89 && second === 0x50 ? 'image/png' : 'application/octet-stream'
}

/** RFC 9457. */
export function answerProblem(response: ServerResponse, { refusal, facts }: Refused): void {
  const { status } = REFUSAL[refusal]
  const { field, ...rest } = facts
  const errors = field === undefined ? {} : { errors: [{ field, ...rest }] }
  // What is left of a body nobody reads must not be taken for the next request.
  if (!response.req.complete) response.setHeader('connection', 'close')
  send(response, status, 'application/problem+json; charset=utf-8', {
    type: 'about:blank',
    status,
    code: refusal,
    title: refusalTitle(refusal),
    ...errors,
  })
}

function send(response: ServerResponse, status: number, type: string, body: unknown): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  response.end(JSON.stringify(body))
}
