import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseReply } from './quote.ts'

describe('parseReply', () => {
  const RULE = '- - - - - - - - - - - - - - -'
  it.each([
    ['a quote as phones write it', `「零工小助手：1024 搬办公桌」\n${RULE}\n抢`, { quote: '1024 搬办公桌', text: '抢' }],
    ['a half-width colon and CRLF', `「bot:1024」\r\n- - - -\r\n我来`, { quote: '1024', text: '我来' }],
    ['a quote of several lines', `「零工小助手：【活】1024\n工钱：100元」\n${RULE}\n抢`, { quote: '【活】1024\n工钱：100元', text: '抢' }],
    ['a quote in a quote', `「甲：「乙：早」\n${RULE}\n好」\n${RULE}\n抢`, { quote: `「乙：早」\n${RULE}\n好`, text: '抢' }],
    ['an answer of several lines', `「甲：1024」\n${RULE}\n抢\n八点到`, { quote: '1024', text: '抢\n八点到' }],
    ['no name', `「1024」\n- - - -\n抢`, { quote: '1024', text: '抢' }],
    ['no answer', `「甲：1024」\n- - - -`, { quote: '1024', text: '' }],
    ['no ruled line', '「甲：1024」\n抢', undefined],
    ['too short a line', '「甲：1024」\n- -\n抢', undefined],
    ['brackets within a sentence', '我说「抢1024」', undefined],
    ['nothing', '', undefined],
  ])('reads %s', (_what, message, expected) => {
    expect(parseReply(message)).toEqual(expected)
  })

  it('gives back any quote and any answer that hold no ruled line themselves', () => {
    const plain = fc.string({ unit: 'grapheme' }).filter((text) => !/」[ \t]*\r?\n/.test(text))
    fc.assert(
      fc.property(plain, plain, (quote, text) => {
        expect(parseReply(`「某人：${quote}」\n${RULE}\n${text}`)).toEqual({ quote: quote.trim(), text: text.trim() })
      }),
    )
  })

  it.each([
    ['dashes', `「a：${'- '.repeat(250_000)}x`],
    ['broken rules', `「${'」\n- - - -x'.repeat(50_000)}`],
    ['brackets', '「'.repeat(250_000) + '」'.repeat(250_000)],
    ['spaces after a bracket', `「a」${' '.repeat(500_000)}`],
  ])('is not slowed down by half a million characters of %s', (_what, message) => {
    expect(parseReply(message)).toBeUndefined()
  })
})
