import { z } from 'zod'
import type { AccountLogin, LoginReport } from '../account-login.ts'

export interface WechatApp {
  readonly appid: string
  readonly secret: string
  /** Where people are sent, and where we ask; both end with a slash. */
  readonly pageUrl: string
  readonly apiUrl: string
  readonly timeoutMs?: number
}

const PAGE_URL = 'https://open.weixin.qq.com/'
const API_URL = 'https://api.weixin.qq.com/'
const SECRET = 'WECHAT_APP_SECRET'
const TIMEOUT_MS = 8_000
const CODE = /^[\w-]{1,128}$/

const answer = z.union([z.object({ openid: z.string().min(1).max(128) }), z.object({ errcode: z.int() })])
/** The vendor's: no such code, and a code that was used. */
const NOT_GOOD = [40_029, 40_163]

/** The app of the merchant that the environment names; its secret is needed wherever money is sent out. Throws where it is missing. */
export function readWechatApp(env: Readonly<Record<string, string | undefined>>, { appid }: Pick<WechatApp, 'appid'>): WechatApp {
  const secret = env[SECRET]?.trim() ?? ''
  if (secret === '') throw new Error(`nobody can be paid out: ${SECRET} is missing`)
  if (!/^[0-9a-f]{32}$/i.test(secret)) throw new Error(`nobody can be paid out: ${SECRET} is not an app secret`)
  return { appid, secret, pageUrl: PAGE_URL, apiUrl: API_URL }
}

function reportOf(told: unknown): LoginReport {
  const read = answer.safeParse(told)
  if (!read.success) return { state: 'unknown', code: 'unreadable' }
  if ('openid' in read.data) return { state: 'known', openid: read.data.openid }
  return NOT_GOOD.includes(read.data.errcode) ? { state: 'refused' } : { state: 'unknown', code: String(read.data.errcode) }
}

/** WeChat's login with nothing but the account's id for this app, or whatever speaks the same at these addresses. */
export const createWechatLogin = ({ appid, secret, pageUrl, apiUrl, timeoutMs = TIMEOUT_MS }: WechatApp): AccountLogin => ({
  loginUrl({ backTo, state }) {
    const query = new URLSearchParams({ appid, redirect_uri: backTo, response_type: 'code', scope: 'snsapi_base', state })
    return `${pageUrl}connect/oauth2/authorize?${query}#wechat_redirect`
  },
  async accountOf(code) {
    if (!CODE.test(code)) return { state: 'refused' }
    const query = new URLSearchParams({ appid, secret, code, grant_type: 'authorization_code' })
    try {
      const response = await fetch(`${apiUrl}sns/oauth2/access_token?${query}`, {
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      })
      return reportOf(await response.json())
    } catch {
      return { state: 'unknown', code: 'no-answer' }
    }
  },
})
