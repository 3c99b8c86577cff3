import type { PersonId } from '../core/id.ts'
import { fen, yuanText } from '../core/money.ts'
import { PAYMENT_LIMIT } from '../core/payment/payment-limit.ts'
import { readYuan } from '../core/read-yuan.ts'
import type { Refused } from '../core/result.ts'
import type { Mount } from '../http/mounts.ts'
import type { Log } from '../log.ts'
import type { PageAnswer } from './answer-page.ts'
import type { PageLink } from './link.collection.ts'
import { createPageMount, type PageRequest } from './page-mount.routes.ts'
import { PAYOUT_PATH } from './payout-page.routes.ts'
import { readForm } from './read-form.ts'
import { WALLET_COPY } from './wallet-copy.ts'
import { surePage, walletLinkGone, walletPage } from './wallet-page.ts'
import type { WalletPagePorts } from './wallet-view.ts'

export const WALLET_PATH = '/wallet'

export interface WalletPageParts extends WalletPagePorts {
  readonly newKey: () => string
  readonly log: Log
  /** Where the chat is, when it is a page too. */
  readonly chatUrl?: string | undefined
}

const ADDRESS = /^([\w-]{1,64})(?:\/(ask|send|open))?$/
const KEY = /^[\w-]{16,64}$/
const AMOUNT = /^\d{1,12}$/

interface Pressed {
  readonly link: PageLink
  readonly path: string
  readonly form: URLSearchParams
}

/** What a person can do about a "no", in the page's own words. */
function alarmOf({ refusal, facts }: Refused): string {
  if (refusal === 'payout-out-of-range') return WALLET_COPY.outOfRange(yuanText(fen(PAYMENT_LIMIT.leastPayoutFen)))
  if (refusal === 'balance-too-low') return WALLET_COPY.tooLow(yuanText(fen(Number(facts['balanceFen'] ?? 0))))
  if (refusal === 'payee-missing') return WALLET_COPY.noPayee
  return refusal === 'payee-too-new' ? WALLET_COPY.tooNew : WALLET_COPY.notNow
}

/**
 * `/wallet/CODE` shows whose address it is what he has. Its buttons post below it: how much (`ask`), yes (`send`), and to the page of a
 * payout that waits for him (`open`).
 */
export function createWalletPage(parts: WalletPageParts): Mount {
  const { links, walletOf, withdraw, newKey, chatUrl, log } = parts

  async function show(link: PageLink, path: string, alarm?: string): Promise<PageAnswer> {
    const setting = { path, expiresAt: link.expiresAt, chatUrl, ...(alarm === undefined ? {} : { alarm }) }
    return { status: 200, page: walletPage(await walletOf(link.person), setting) }
  }

  async function ask({ link, path, form }: Pressed): Promise<PageAnswer> {
    const amountFen = readYuan(form.get('yuan') ?? '')
    if (amountFen === undefined) return show(link, path, WALLET_COPY.unreadable)
    if (amountFen < PAYMENT_LIMIT.leastPayoutFen)
      return show(link, path, WALLET_COPY.outOfRange(yuanText(fen(PAYMENT_LIMIT.leastPayoutFen))))
    const { balanceFen } = await walletOf(link.person)
    if (amountFen > balanceFen) return show(link, path, WALLET_COPY.tooLow(yuanText(fen(balanceFen))))
    return { status: 200, page: surePage({ path, amountFen, key: newKey() }) }
  }

  async function send({ link, path, form }: Pressed): Promise<PageAnswer> {
    const [amount, key] = [form.get('fen') ?? '', form.get('key') ?? '']
    if (!AMOUNT.test(amount) || !KEY.test(key)) return show(link, path, WALLET_COPY.notNow)
    const sent = await withdraw({ person: link.person, amountFen: Number(amount), key: `${link.id}/${key}` })
    return sent.ok ? toPayout(link.person, sent.value.payout) : show(link, path, alarmOf(sent))
  }

  async function toPayout(person: PersonId, payout: string): Promise<PageAnswer> {
    const { code } = await links.make({ page: 'payout', person, payout })
    return { goTo: `${PAYOUT_PATH}/${payout}/${code}` }
  }

  async function open({ link, path, form }: Pressed): Promise<PageAnswer> {
    const payout = form.get('payout') ?? ''
    const own = (await walletOf(link.person)).payouts.some((each) => each.payout === payout)
    return own ? toPayout(link.person, payout) : { goTo: path }
  }

  const actions = { ask, send, open }
  const isAction = (text: string): text is keyof typeof actions => Object.hasOwn(actions, text)

  async function answer({ method, path: asked, request }: PageRequest): Promise<PageAnswer | undefined> {
    const [, code, action = ''] = ADDRESS.exec(asked) ?? []
    if (code === undefined) return undefined
    const path = `${WALLET_PATH}/${code}`
    // Whoever comes back to the address of a button, by reloading or from his list of pages, sees how it stands.
    if (method === 'GET' && action !== '') return { goTo: path }
    const link = await links.find('wallet', code)
    if (link === undefined) return { status: 404, page: walletLinkGone(chatUrl) }
    if (method === 'GET') return show(link, path)
    const form = await readForm(request)
    return form === undefined || !isAction(action) ? undefined : actions[action]({ link, path, form })
  }

  return createPageMount({ prefix: WALLET_PATH, answer, log })
}
