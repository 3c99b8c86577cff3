import type { IncomingMessage } from 'node:http'

/** Whether a page of our own is behind a request. Browsers always say where a form was sent from; a proxy in front of us keeps the host. */
export function isOwnSite({ headers: { origin, host, 'sec-fetch-site': site } }: IncomingMessage): boolean {
  if (site !== undefined && site !== 'same-origin') return false
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host
}
