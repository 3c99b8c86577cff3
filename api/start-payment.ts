import type { Clock } from './core/clock.ts'
import type { ConfirmBy } from './page/payout-view.ts'
import type { AccountLogin } from './payment/account-login.ts'
import type { PaymentProvider } from './payment/port.ts'
import { type Sandbox, startSandbox } from './payment/sandbox/sandbox.ts'
import { readWechatConfig, type WechatConfig } from './payment/wechat/wechat-config.ts'
import { createWechatLogin, readWechatApp } from './payment/wechat/wechat-login.ts'
import { createWechatProvider } from './payment/wechat/wechat-provider.ts'
import type { Stop } from './stop.ts'

/** Where the provider's callbacks are heard on the county's server. */
export const CALLBACK_PATH = '/payment/notify'

export interface Payment {
  /** undefined: pay changes hands outside, and the county only keeps the book of it. */
  readonly provider: PaymentProvider | undefined
  /** Pays with play money, where there is no other: resolves when this server has heard of it. */
  readonly payInPlay?: (number: string) => Promise<void>
  /** How payees name their accounts and confirm; undefined with the provider. */
  readonly payees: PayeeDesk | undefined
  readonly stop: Stop
}

/** What paying out needs beside the provider. */
export interface PayeeDesk {
  readonly login: AccountLogin
  readonly confirmBy: ConfirmBy
}

interface Asked {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly payments: 'online' | 'offline'
  /** Only where the chat itself is simulated: a real employer must never take play money for real. */
  readonly mayPlay: boolean
  /** Where this server is reached by a provider on the same machine. */
  readonly ownUrl: () => string
  readonly clock: Clock
}

async function payInPlay(sandbox: Sandbox, number: string): Promise<void> {
  sandbox.pay(number)
  await sandbox.notices.idle()
}

const NOTHING_TO_STOP: Stop = async () => undefined

/** The merchant that the environment names; without one a provider of play money on this machine, spoken to over the same wire. */
export async function openPayments({ env, payments, mayPlay, ownUrl, clock }: Asked): Promise<Payment> {
  if (payments === 'offline') return { provider: undefined, payees: undefined, stop: NOTHING_TO_STOP }
  const merchant = readWechatConfig(env)
  if (merchant !== undefined) return { ...realMoney(merchant, env), stop: NOTHING_TO_STOP }
  if (!mayPlay)
    throw new Error('the merchant is missing: set WECHAT_PAY_* (README.md), or PAYMENTS=offline where pay changes hands outside')
  const sandbox = await startSandbox({ clock, believes: true })
  const provider = createWechatProvider(sandbox.configFor(() => `${ownUrl()}${CALLBACK_PATH}`))
  return { provider, payees: playPayees(sandbox), payInPlay: (number) => payInPlay(sandbox, number), stop: sandbox.stop }
}

function realMoney(merchant: WechatConfig, env: Asked['env']): Pick<Payment, 'provider' | 'payees'> {
  const { mchid, appid } = merchant
  const login = createWechatLogin(readWechatApp(env, { appid }))
  return { provider: createWechatProvider(merchant), payees: { login, confirmBy: { by: 'app', mchid, appid } } }
}

/** The sandbox's package is the address of its own page. */
export const playPayees = ({ app }: Pick<Sandbox, 'app'>): PayeeDesk => ({ login: createWechatLogin(app), confirmBy: { by: 'page' } })
