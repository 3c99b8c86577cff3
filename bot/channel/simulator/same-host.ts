import type { IncomingMessage } from 'node:http'

/** Whether no other site's page is behind a request. Browsers always say where a page came from; programs need not. */
export function isSameHost({ headers: { origin, host } }: IncomingMessage): boolean {
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
