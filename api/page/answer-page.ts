import type { ServerResponse } from 'node:http'
import { PAGE_POLICY } from './page-frame.ts'

/** A page, or where to look next after something was done. */
export type PageAnswer = { readonly status: number; readonly page: string } | { readonly goTo: string }

/** The address of a page is a secret of its reader: no other site hears of it, nothing keeps it, no search engine lists it. */
export const PAGE_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': PAGE_POLICY,
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
} as const

export function answerPage(response: ServerResponse, answer: PageAnswer): void {
  if (response.headersSent || response.destroyed) return
  // What is left of a body nobody reads must not be taken for the next request.
  const end = response.req.complete ? {} : { connection: 'close' }
  if ('goTo' in answer) response.writeHead(303, { ...PAGE_HEADERS, ...end, location: answer.goTo }).end()
  else response.writeHead(answer.status, { ...PAGE_HEADERS, ...end, 'content-type': 'text/html; charset=utf-8' }).end(answer.page)
}
