import { Decorator } from 'wechatpay-axios-plugin'
import type { UnknownOutcome } from '../../core/payment/report.ts'
import type { WechatConfig } from './wechat-config.ts'

export interface WireCall {
  readonly method: 'GET' | 'POST'
  /** Without a leading slash. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: object
  readonly headers?: Readonly<Record<string, string>>
  /** A file: neither JSON nor signed. */
  readonly file?: boolean
}

/** An answer whose signature was right (a file has none), whatever its status. `code` is the provider's word on a failure. */
export interface WireAnswer {
  readonly state: 'answer'
  readonly status: number
  readonly data: unknown
  readonly code: string
}

export type Wire = (call: WireCall) => Promise<WireAnswer | UnknownOutcome>

const TIMEOUT_MS = 8_000
const ANSWER_BYTES = 256 * 1024
const FILE_BYTES = 64 * 1024 * 1024
const CODE = /^[A-Z0-9_]{1,64}$/

export const unknown = (code: string): UnknownOutcome => ({ state: 'unknown', code })

/** What an answer that is no success is known to say about the money: nothing. */
export const nothingKnown = (answer: WireAnswer | UnknownOutcome): UnknownOutcome => unknown(answer.code)

export const isSuccess = (answer: WireAnswer | UnknownOutcome): answer is WireAnswer =>
  answer.state === 'answer' && answer.status >= 200 && answer.status < 300

export const says = (answer: WireAnswer | UnknownOutcome, status: number, codes: readonly string[]): boolean =>
  answer.state === 'answer' && answer.status === status && codes.includes(answer.code)

function codeOf(status: number, data: unknown): string {
  const code: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'code') : undefined
  return typeof code === 'string' && CODE.test(code) ? code : `HTTP_${status}`
}

function failure(error: unknown): UnknownOutcome {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined
  return unknown(typeof code === 'string' && code.startsWith('EV3_') ? 'unverified' : 'no-answer')
}

/**
 * Signed requests to the provider. Every status counts as an answer, so that the library checks the signature of failures too: a "there is
 * no such order" that anybody could have said would be believed otherwise.
 */
export function createWire(config: WechatConfig): Wire {
  const { baseUrl, mchid, merchantSerial: serial, merchantKey, platformKeys, timeoutMs = TIMEOUT_MS } = config
  const client = new Decorator({
    mchid,
    serial,
    // The library takes a key as text only by its types; it makes a key object of it at once.
    privateKey: merchantKey.export({ type: 'pkcs8', format: 'pem' }),
    certs: Object.fromEntries([...platformKeys].map(([id, key]) => [id, key.export({ type: 'spki', format: 'pem' })])),
    baseURL: baseUrl,
    timeout: timeoutMs,
    maxRedirects: 0,
    validateStatus: () => true,
    ...(new URL(baseUrl).hostname === '127.0.0.1' ? { proxy: false } : {}),
  })
  return async ({ method, path, query, body, headers, file = false }) => {
    const options = {
      ...(query === undefined ? {} : { params: query }),
      ...(headers === undefined ? {} : { headers: { ...headers } }),
      maxContentLength: file ? FILE_BYTES : ANSWER_BYTES,
      ...(file ? { responseType: 'arraybuffer' as const } : {}),
      signal: AbortSignal.timeout(timeoutMs),
    }
    try {
      const { status, data } = await client.request<unknown>(path, method, body, options)
      return { state: 'answer', status, data, code: codeOf(status, data) }
    } catch (error) {
      return failure(error)
    }
  }
}
