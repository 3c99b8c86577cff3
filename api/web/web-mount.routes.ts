import type { IncomingMessage } from 'node:http'
import type { Mount } from '../http/mounts.ts'
import { isOwnSite } from '../http/own-site.ts'
import { errorFields, type Log } from '../log.ts'
import { FRAME_COPY } from '../page/frame-copy.ts'
import { html } from '../page/html.ts'
import { answerWeb, type WebAnswer } from './answer-web.ts'
import { frameWeb } from './web-frame.ts'

export interface WebRequest {
  readonly method: 'GET' | 'POST'
  /** What stands behind the prefix, without its slash and without a query. */
  readonly path: string
  readonly asked: URLSearchParams
  readonly request: IncomingMessage
}

export interface WebMountParts {
  readonly prefix: string
  /** A POST comes from a page of our own. Undefined where there is no page. */
  readonly answer: (asked: WebRequest) => Promise<WebAnswer | undefined>
  readonly log: Log
}

const plain = (status: number, title: string, words: string): WebAnswer => ({
  status,
  page: frameWeb({ title, styles: ['base', 'statistics'], body: html`<main class="sign-in"><h1>${title}</h1><p>${words}</p></main>` }),
})

async function answerTo({ prefix, answer }: WebMountParts, request: IncomingMessage): Promise<WebAnswer> {
  const missing = plain(404, FRAME_COPY.missingTitle, FRAME_COPY.missing)
  const [way = '', query = ''] = (request.url ?? '').split('?', 2)
  const about = { path: way.slice(prefix.length + 1), asked: new URLSearchParams(query), request }
  if (request.method === 'GET' || request.method === 'HEAD') return (await answer({ method: 'GET', ...about })) ?? missing
  if (request.method !== 'POST') return plain(405, FRAME_COPY.missingTitle, FRAME_COPY.missing)
  if (!isOwnSite(request.headers)) return plain(403, FRAME_COPY.foreignTitle, FRAME_COPY.foreign)
  return (await answer({ method: 'POST', ...about })) ?? missing
}

/** A larger page under one path of the county's server. */
export const createWebMount = (parts: WebMountParts): Mount => ({
  prefix: parts.prefix,
  listener(request, response) {
    answerTo(parts, request)
      .catch((error: unknown) => {
        parts.log.error({ route: parts.prefix, ...errorFields(error) }, 'a page could not be made')
        return plain(503, FRAME_COPY.brokenTitle, FRAME_COPY.broken)
      })
      .then((answered) => answerWeb(request, response, answered))
      .catch(() => response.destroy())
    return true
  },
})
