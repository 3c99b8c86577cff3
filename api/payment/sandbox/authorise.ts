import { verify } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { SandboxKeys } from './sandbox-keys.ts'

const SCHEME = 'WECHATPAY2-SHA256-RSA2048 '
const OFFSET_SECONDS = 300

function partsOf(header: string): Readonly<Record<string, string>> {
  const pairs = [...header.slice(SCHEME.length).matchAll(/(\w+)="([^"]*)"/g)]
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]))
}

/** Whether the merchant signed exactly this request, now. Libraries sign with the machine's clock, so it is the one that counts. */
export function isAuthorised(keys: SandboxKeys, { method = '', url = '', headers }: IncomingMessage, body: Uint8Array): boolean {
  const header = headers.authorization ?? ''
  if (!header.startsWith(SCHEME)) return false
  const { mchid, serial_no: serial, nonce_str: nonce = '', timestamp = '', signature = '' } = partsOf(header)
  if (mchid !== keys.mchid || serial !== keys.merchantSerial) return false
  if (!/^\d+$/.test(timestamp) || Math.abs(Date.now() / 1000 - Number(timestamp)) > OFFSET_SECONDS) return false
  const message = Buffer.concat([Buffer.from(`${method}\n${url}\n${timestamp}\n${nonce}\n`), body, Buffer.from('\n')])
  return verify('RSA-SHA256', message, keys.merchantPublicKey, Buffer.from(signature, 'base64'))
}
