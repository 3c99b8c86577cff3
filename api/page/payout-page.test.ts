import { describe, expect, it } from '@jest/globals'
import type { PayoutView } from '../contract/payout.contract.ts'
import { PAYOUT_FAILURES } from '../core/payment/payout-failure.ts'
import { PAGE_POLICY } from './page-frame.ts'
import { payoutLinkGone, payoutPage } from './payout-page.ts'

const APP = { by: 'app', mchid: '1900000001', appid: 'wx0123456789abcdef' } as const
const PLAY = { by: 'page' } as const
const SETTING = { path: '/payout/N1/code', confirmBy: APP } as const

const view = (state: PayoutView['state'], failure: PayoutView['failure'] = null): PayoutView => ({
  ...{ payout: 'N1', amountFen: 30_050, state, failure },
  createdAt: '2026-11-23T07:30:00.000+08:00',
})
const wordsOf = (page: string): string =>
  page
    .slice(page.indexOf('<main'), page.indexOf('</main>'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

describe('the page of a payout says how it stands', () => {
  it.each([
    ['held', '大厅先看一眼', undefined],
    ['sending', '正在办提现', 'sending'],
    ['waiting', '等几秒', 'waiting'],
    ['paying', '微信正在打款', 'paying'],
    ['cancelling', '正在取消', 'cancelling'],
    ['done', '到账了', undefined],
    ['failed', '没有办成', undefined],
  ] as const)('when %s', (state, said, waitsIn) => {
    const page = payoutPage({ view: view(state), packageInfo: null }, SETTING)
    for (const words of [said, '300.50元']) expect(wordsOf(page)).toContain(words)
    expect(/data-waits-in="([\w-]+)"/.exec(page)?.[1]).toBe(waitsIn)
  })

  it('and why it came to nothing, each reason in its own words', () => {
    const said = PAYOUT_FAILURES.map((failure) => wordsOf(payoutPage({ view: view('failed', failure), packageInfo: null }, SETTING)))
    expect(new Set(said).size).toBe(PAYOUT_FAILURES.length)
    for (const words of said) expect(words).toContain('一分没少')
  })

  it('and changes when the package comes after the state', () => {
    const waitsIn = (packageInfo: string | null) =>
      /data-waits-in="([\w-]+)"/.exec(payoutPage({ view: view('waiting'), packageInfo }, SETTING))?.[1]
    expect(waitsIn(null)).not.toBe(waitsIn('package'))
  })
})

describe('a payout that waits', () => {
  it('is handed to the chat app with what the vendor asks for, by a script of ours that the policy knows', () => {
    const page = payoutPage({ view: view('waiting'), packageInfo: `aff+/d==" onclick="x` }, SETTING)
    expect(page).toContain('data-mchid="1900000001" data-appid="wx0123456789abcdef" data-package="aff+/d==&#34; onclick=&#34;x"')
    expect(page).toContain("'requestMerchantTransfer'")
    expect(page).toContain('请在11月24日07:30前确认')
    expect(page.match(/<button[^>]*>/g)?.join()).not.toContain('onclick="')
    expect(PAGE_POLICY).toMatch(/script-src( 'sha256-[\w+/=]+')+;/)
    expect(PAGE_POLICY).not.toContain('unsafe')
  })

  it('says without scripts, and outside the app, where it can be confirmed', () => {
    const page = payoutPage({ view: view('waiting'), packageInfo: 'p' }, SETTING)
    expect(page).toContain('<noscript><p class="alarm">这一步要在手机微信里做')
    expect(page).toContain('<p class="alarm" data-note="outside" hidden>')
  })

  it('is confirmed on the play provider’s own page, without a script', () => {
    const page = payoutPage(
      { view: view('waiting'), packageInfo: 'http://127.0.0.1:4000/sandbox/payout/N1' },
      { ...SETTING, confirmBy: PLAY },
    )
    expect(page).toContain('href="http://127.0.0.1:4000/sandbox/payout/N1"')
    expect(page).not.toContain('requestMerchantTransfer')
  })

  it.each(['waiting', 'held'] as const)('can be taken back: %s', (state) => {
    expect(payoutPage({ view: view(state), packageInfo: 'p' }, SETTING)).toContain('<form method="post" action="/payout/N1/code/cancel">')
    expect(wordsOf(payoutPage({ view: view('done'), packageInfo: null }, { ...SETTING, tooLate: true }))).toContain('取消不了')
  })
})

it('leads back to the chat where that is a page, from an address that opens nothing too', () => {
  expect(payoutLinkGone('/simulator')).toContain('href="/simulator"')
  expect(wordsOf(payoutLinkGone(undefined))).toContain('回到聊天里')
})
