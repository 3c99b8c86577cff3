import type { ServerResponse } from 'node:http'
import { REFUSAL } from '@linggong/api/core/refusal.ts'
import type { Refused } from '@linggong/api/core/result.ts'
import { refusalTitle } from './page/copy.ts'

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, 'application/json; charset=utf-8', body)
}

/** What stands under an id stays the same for ever. */
export function answerPng(response: ServerResponse, png: Uint8Array): void {
  response.writeHead(200, {
    'content-type': 'image/png',
    'content-length': png.length,
    'cache-control': 'private, max-age=86400, immutable',
    'x-content-type-options': 'nosniff',
  })
  response.end(png)
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
