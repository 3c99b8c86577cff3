import type { IncomingMessage } from 'node:http'

/**
 * Whether a page of our own is behind a request. Where a browser says it itself, that is enough, whatever a proxy in front of us made of the
 * host; where it does not, as over plain HTTP, the form must come from the host that was asked.
 */
export function isOwnSite({ headers: { origin, host, 'sec-fetch-site': site } }: IncomingMessage): boolean {
  if (site !== undefined) return site === 'same-origin'
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host
}
