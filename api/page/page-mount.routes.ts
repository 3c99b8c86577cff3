import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FileAnswer } from '../contract/file-answer.ts'
import type { Mount } from '../http/mounts.ts'
import { isOwnSite } from '../http/own-site.ts'
import { fileHeaders, hungUp, sendBytes } from '../http/send-file.ts'
import { errorFields, type Log } from '../log.ts'
import { answerPage, PAGE_HEADERS, type PageAnswer } from './answer-page.ts'
import { FRAME_COPY } from './frame-copy.ts'
import { html } from './html.ts'
import { framePage } from './page-frame.ts'

/** A page, or a file to take away from it. */
export type MountAnswer = PageAnswer | { readonly file: FileAnswer }

export interface PageRequest {
  readonly method: 'GET' | 'POST'
  /** What stands behind the prefix: `/pay/abc` is `abc`, without a query. */
  readonly path: string
  readonly request: IncomingMessage
}

export interface PageMountParts {
  readonly prefix: string
  /** A POST comes from a page of our own. Undefined where there is no page. */
  readonly answer: (asked: PageRequest) => Promise<MountAnswer | undefined>
  readonly log: Log
}

const plain = (status: number, title: string, words: string): PageAnswer => ({
  status,
  page: framePage({ title, main: html`<p>${words}</p>` }),
})

async function answerTo({ prefix, answer }: PageMountParts, request: IncomingMessage): Promise<MountAnswer> {
  const missing = plain(404, FRAME_COPY.missingTitle, FRAME_COPY.missing)
  const path = (request.url ?? '').split('?', 1)[0]?.slice(prefix.length + 1) ?? ''
  if (request.method === 'GET' || request.method === 'HEAD') return (await answer({ method: 'GET', path, request })) ?? missing
  if (request.method !== 'POST') return plain(405, FRAME_COPY.missingTitle, FRAME_COPY.missing)
  if (!isOwnSite(request.headers)) return plain(403, FRAME_COPY.foreignTitle, FRAME_COPY.foreign)
  return (await answer({ method: 'POST', path, request })) ?? missing
}

async function send(response: ServerResponse, answered: MountAnswer): Promise<void> {
  if (!('file' in answered)) return answerPage(response, answered)
  for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value)
  response.writeHead(200, [...fileHeaders(answered.file)])
  await sendBytes({ request: response.req, response }, answered.file)
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
        .then((answered) => send(response, answered))
        .catch((error: unknown) => {
          if (!hungUp(error)) log.error({ route: prefix, ...errorFields(error) }, 'a file could not be made whole')
          response.destroy()
        })
      return true
    },
  }
}
