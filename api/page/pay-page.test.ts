import { describe, expect, it } from '@jest/globals'
import { fen } from '../core/money.ts'
import { payPage } from './pay-page.ts'
import type { PayState } from './pay-view.ts'
import { ASKED, aPayView, CODE_URL, NOON } from './testing/sample-view.ts'

const SETTING = { path: '/pay/abc', now: NOON, inPlay: false }

/** What can be read on a page: its words without its markup. */
const wordsOf = (page: string): string =>
  page
    .slice(page.indexOf('<main'), page.indexOf('</main>'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

const shown = (...[state, facts]: Parameters<typeof aPayView>) => payPage(aPayView(state, facts), SETTING)

describe('the page to pay on says how it stands', () => {
  it.each([
    ['asked', ASKED, ['先放工钱', '321元', '扫一扫', '请在13:58前付，还剩1小时58分。'], 'asked'],
    ['preparing', { state: 'preparing' }, ['付款码马上好', '321元', '再试一次'], 'preparing'],
    ['paid', { state: 'paid' }, ['付好了', '活发出去了', '回到聊天'], undefined],
    ['expired', { state: 'expired' }, ['过期了', '钱也没动', '换一个新的付款码', '付款10244'], undefined],
    ['withdrawn', { state: 'withdrawn' }, ['不用付了', '回到聊天'], undefined],
    ['returned', { state: 'returned' }, ['退回去了', '原路'], undefined],
    ['late', { ...ASKED, expiresAt: NOON }, ['时间到了'], 'checking'],
  ] as const)('when %s', (_what, state, said, waitsIn) => {
    const page = shown(state)
    for (const words of said) expect(wordsOf(page)).toContain(words)
    expect(/data-waits-in="(\w+)"/.exec(page)?.[1]).toBe(waitsIn)
    expect(page.includes('<script')).toBe(waitsIn !== undefined)
  })

  it.each([
    ['paid', { state: 'paid' }],
    ['expired', { state: 'expired' }],
    ['withdrawn', { state: 'withdrawn' }],
    ['returned', { state: 'returned' }],
    ['late', { ...ASKED, expiresAt: NOON }],
  ] as const)('and shows no code when %s', (_what, state) => {
    expect(shown(state)).not.toContain('class="code"')
  })
})

describe('the page to pay on says what for', () => {
  it('the job, and what each part of the sum is', () => {
    const words = wordsOf(shown())
    for (const said of ['活号 10244', '搬运', '县政府对面', '100元×3人 = 300元', '7元×3人 = 21元', '合计 321元'])
      expect(words).toContain(said)
  })

  it.each([
    ['hold', '先放工钱', '活发出去了'],
    ['cover', '给工友买保险', '有保'],
    ['due', '补付工钱', '钱包'],
  ] as const)('%s', (purpose, before, after) => {
    expect(wordsOf(shown(ASKED, { purpose }))).toContain(before)
    expect(wordsOf(shown({ state: 'paid' }, { purpose }))).toContain(after)
  })

  it('no total below a single part', () => {
    const parts = [{ kind: 'pay' as const, amountFen: fen(32_100) }]
    expect(wordsOf(shown(ASKED, { parts }))).toContain('工钱 321元')
    expect(wordsOf(shown(ASKED, { parts }))).not.toContain('合计')
  })

  it.each([
    [1, '还剩1分钟'],
    [60, '还剩1分钟'],
    [61, '还剩2分钟'],
    [3_599, '还剩1小时0分'],
    [7_200, '还剩2小时0分'],
  ])('with %i seconds left', (seconds, said) => {
    expect(wordsOf(shown({ ...ASKED, expiresAt: NOON.add({ seconds }) }))).toContain(said)
  })

  it('in words that stay words', () => {
    const hostile = `"'><script>alert(1)</script>&amp;\u202e`
    const page = shown({ ...ASKED, codeUrl: hostile }, { trade: hostile, place: hostile, jobNumber: hostile })
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page).not.toContain('alert(1)<')
    expect(page.match(/<bdi>[^<]*\u202e[^<]*<\/bdi>/g)).toHaveLength(3)
  })
})

describe('where money is not real', () => {
  const page = (state?: PayState) => payPage(aPayView(state), { ...SETTING, inPlay: true, chatUrl: '/simulator' })

  it('one button pays, and it is said in so many words', () => {
    expect(page()).toContain('<form method="post" action="/pay/abc/play">')
    expect(wordsOf(page())).toContain('演示：这是模拟支付，不花真钱。')
    expect(wordsOf(page())).toContain('不用扫')
  })

  it('leads back to the chat', () => {
    expect(page({ state: 'paid' })).toContain('href="/simulator"')
  })

  it('is said nowhere else', () => {
    expect(shown()).not.toMatch(/模拟|\/play/)
  })
})

it('leaves a code that cannot be drawn out, and says what to do', () => {
  const page = shown({ ...ASKED, codeUrl: 'x'.repeat(10_000) })
  expect(page).not.toContain('class="code"')
  expect(wordsOf(page)).toContain('人工')
  expect(shown()).toContain('class="code"')
  expect(shown()).not.toContain(CODE_URL)
})
