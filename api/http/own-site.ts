import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a page of our own is behind a request. Where a browser says it itself, that is enough, whatever a proxy in front of us made of the
 * host; where it does not, as over plain HTTP, the form must come from the host that was asked.
 */
export function isOwnSite({ origin, host, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  if (site !== undefined) return site === 'same-origin'
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host
}
