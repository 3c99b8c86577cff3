import type { Office } from './books.ts'

export interface Asked {
  readonly number: string
  readonly query: URLSearchParams
  readonly body: unknown
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

export interface Said {
  readonly status: number
  readonly data?: object
  readonly file?: Uint8Array
}

export type Handler = (office: Office, asked: Asked) => Said

export const say = (data: object): Said => ({ status: 200, data })
export const fail = (status: number, code: string): Said => ({ status, data: { code, message: code } })

/** Callbacks go to this machine only, whatever an order says. */
export const isLocal = (url: string): boolean => URL.canParse(url) && ['127.0.0.1', 'localhost'].includes(new URL(url).hostname)

export const makeNumber = (prefix: string): string => `${prefix}${Date.now()}${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`
