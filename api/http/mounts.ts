import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { SECURITY_HEADERS } from './security-headers.ts'

/** Something else that lives under a path of this server, such as the simulator. */
export interface Mount {
  /** `/simulator` stands for itself and everything below it. */
  readonly prefix: string
  /** Whether it took the request; the security headers are set already. */
  listener(request: IncomingMessage, response: ServerResponse): boolean
  /** Whether it took the connection over. */
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
}

const isUnder = (prefix: string, url: string): boolean =>
  url.startsWith(prefix) && (url.length === prefix.length || url[prefix.length] === '/' || url[prefix.length] === '?')

export function setSecurityHeaders<R extends Pick<ServerResponse, 'setHeader'>>(response: R): R {
  for (const [name, value] of SECURITY_HEADERS) response.setHeader(name, value)
  return response
}

export function listenMounts(mounts: readonly Mount[], request: IncomingMessage, response: ServerResponse): boolean {
  for (const mount of mounts) {
    if (isUnder(mount.prefix, request.url ?? '') && mount.listener(request, setSecurityHeaders(response))) return true
  }
  return false
}

/** An upgrade that nobody takes is refused and the connection closed. */
export function upgradeMounts(mounts: readonly Mount[], request: IncomingMessage, on: { socket: Duplex; head: Buffer }): void {
  for (const mount of mounts) {
    if (isUnder(mount.prefix, request.url ?? '') && mount.upgrade?.(request, on.socket, on.head) === true) return
  }
  on.socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
}
