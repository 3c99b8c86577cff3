import type { IncomingMessage } from 'node:http'

/** No other site's page, and no name that somebody makes point here, may press a button. */
export function isOwn({ headers: { host = '', origin } }: IncomingMessage): boolean {
  if (!/^(127\.0\.0\.1|localhost):\d+$/.test(host)) return false
  return origin === undefined || origin === `http://${host}`
}
