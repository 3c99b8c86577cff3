import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Mount } from '../http/mounts.ts'
import { isOwnSite } from '../http/own-site.ts'
import { errorFields, type Log } from '../log.ts'
import { answerPage, type PageAnswer } from './answer-page.ts'
import { FRAME_COPY } from './frame-copy.ts'
import { html } from './html.ts'
import { framePage } from './page-frame.ts'

export interface PageRequest {
  readonly method: 'GET' | 'POST'
  /** What stands behind the prefix: `/pay/abc` is `abc`, without a query. */
  readonly path: string
  readonly request: IncomingMessage
}

export interface PageMountParts {
  readonly prefix: string
  /** A POST comes from a page of our own. Undefined where there is no page. */
  readonly answer: (asked: PageRequest) => Promise<PageAnswer | undefined>
  readonly log: Log
}

const plain = (status: number, title: string, words: string): PageAnswer => ({
  status,
  page: framePage({ title, main: html`<p>${words}</p>` }),
})

async function answerTo({ prefix, answer }: PageMountParts, request: IncomingMessage): Promise<PageAnswer> {
  const missing = plain(404, FRAME_COPY.missingTitle, FRAME_COPY.missing)
  const path = (request.url ?? '').split('?', 1)[0]?.slice(prefix.length + 1) ?? ''
  if (request.method === 'GET' || request.method === 'HEAD') return (await answer({ method: 'GET', path, request })) ?? missing
  if (request.method !== 'POST') return plain(405, FRAME_COPY.missingTitle, FRAME_COPY.missing)
  if (!isOwnSite(request.headers)) return plain(403, FRAME_COPY.foreignTitle, FRAME_COPY.foreign)
  return (await answer({ method: 'POST', path, request })) ?? missing
}

/** Pages under one path of the county's server. Paths hold what only their reader may know, so no log line has one. */
export function createPageMount(parts: PageMountParts): Mount {
  const { prefix, log } = parts
  return {
    prefix,
    listener(request: IncomingMessage, response: ServerResponse) {
      answerTo(parts, request)
        .catch((error: unknown) => {
          log.error({ route: prefix, ...errorFields(error) }, 'a page could not be made')
          return plain(503, FRAME_COPY.brokenTitle, FRAME_COPY.broken)
        })
        .then((answered) => answerPage(response, answered))
      return true
    },
  }
}
