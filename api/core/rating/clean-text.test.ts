import { describe, expect, it } from '@jest/globals'
import { RATING_WORDS } from '@linggong/seeds/reference/rating-words.ts'
import fc from 'fast-check'
import { cleanText } from './clean-text.ts'

const clean = (text: string) => cleanText(text, RATING_WORDS)

describe('what is said of somebody', () => {
  it.each([
    '干活利索',
    '说好8点，8点半才到，干了3天 8小时 150元 200元',
    '工钱10086块一分不少',
    '微信付的，很快',
    '2026年11月23日来的',
    '拖了 3 天 才给 1200 元',
    'usb线都给配',
    '',
  ])('%s may be said', (text) => expect(clean(text)).toEqual({ ok: true, value: text }))

  it.each([
    ['打我电话13800001234', 'phone'],
    ['打我电话138 0000 1234', 'phone'],
    ['打我电话１３８-0000-1234', 'phone'],
    ['一三八零零零零一二三四找我', 'phone'],
    ['8​2​2​1​0​3​3', 'phone'],
    ['他身份证350428197403129977', 'id-number'],
    ['身份证35042819740312997X', 'id-number'],
    ['看 http://a.b', 'link'],
    ['上example.com看', 'link'],
    ['上 example点cn 看', 'link'],
    ['加 微 信 有活', 'link'],
    ['扫码领钱', 'link'],
    ['微信号：lao_wang88', 'contact'],
    ['vx lgong2026', 'contact'],
    ['QQ 123456', 'contact'],
  ])('%s may not: %s', (text, why) => expect(clean(text)).toMatchObject({ ok: false, refusal: 'words-not-allowed', facts: { why } }))

  it.each([
    ['他妈的不给钱', '***不给钱'],
    ['这人傻 逼 一个', '这人*** 一个'],
    ['王.八.蛋', '*****'],
    ['ＳＢ老板', '**老板'],
  ])('%s is told as %s', (text, told) => expect(clean(text)).toEqual({ ok: true, value: told }))

  it('has no number as long as a phone left in it, however it is written', () => {
    const gap = fc.constantFrom('', ' ', '-', '.', '·', '\u200b')
    const digit = fc.constantFrom(...'0123456789０１２３一二三四五六七八九零幺')
    const number = fc
      .array(fc.tuple(digit, gap), { minLength: 7, maxLength: 20 })
      .map((signs) => signs.map((pair) => pair.join('')).join(''))
    fc.assert(fc.property(fc.constantFrom('', '找我'), number, (before, digits) => expect(clean(before + digits).ok).toBe(false)))
  })

  it('is as long as it was, and clean when it is read again', () => {
    const words = fc.constantFrom(...RATING_WORDS.insults, '干活', '利索', ' ', '。', '🍊')
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (parts) => {
        const text = parts.join('')
        const told = clean(text)
        if (!told.ok) return
        expect([...told.value]).toHaveLength([...text.trim()].length)
        expect(RATING_WORDS.insults.filter((insult) => !/[a-z]/.test(insult)).some((insult) => told.value.includes(insult))).toBe(false)
      }),
    )
  })
})
