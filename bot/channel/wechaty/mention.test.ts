import { describe, expect, it } from '@jest/globals'
import { hear } from './mention.ts'

const self = { id: 'bot', names: ['群里的小助手', '零工小助手'] }
const unheard = (text: string) => ({ mentioned: false, text })
const heard = (text: string) => ({ mentioned: true, text })

describe('hear', () => {
  it.each([
    ['the id is listed and the name is there', '@零工小助手\u2005抢1024', ['bot'], heard('抢1024')],
    ['the list is empty, the text says it with U+2005', '@零工小助手\u2005抢1024', [], heard('抢1024')],
    ['a computer puts a space', '@零工小助手 抢1024', [], heard('抢1024')],
    ['the @ is full-width', '＠零工小助手 抢1024', [], heard('抢1024')],
    ['the name of the room is used', '@群里的小助手\u2005抢1024', [], heard('抢1024')],
    ['a comma follows', '@零工小助手，抢1024', [], heard('抢1024')],
    ['the call stands at the end', '抢1024 @零工小助手', [], heard('抢1024')],
    ['the call stands in the middle', '我要 @零工小助手 抢1024', [], heard('我要 抢1024')],
    ['the call comes twice', '@零工小助手 @零工小助手 抢1024', [], heard('抢1024')],
    ['nothing else is said', '@零工小助手', [], heard('')],
    ['the id is listed and nothing separates', '@零工小助手抢1024', ['bot'], heard('抢1024')],
    ['the id is listed under a name we never heard', '@小零\u2005抢1024', ['bot'], heard('抢1024')],
    ['others are listed too and stay in the text', '@老王\u2005@零工小助手\u2005抢1024', ['wang', 'bot'], heard('@老王\u2005抢1024')],
    ['everybody is called and the bot by name', '@所有人 @零工小助手 抢1024', ['wang', 'bot'], heard('@所有人 抢1024')],
  ])('is meant when %s', (_when, text, ids, expected) => {
    expect(hear(text, ids, self)).toEqual(expected)
  })

  it.each([
    ['nobody is called', '抢1024', []],
    ['everybody is called and so listed', '@所有人\u2005抢1024', ['wang', 'bot']],
    ['everybody is called in English', '@all 抢1024', ['bot']],
    ['somebody else is called', '@老王\u2005抢1024', ['wang']],
    ['a member is called whose name begins with the bot’s', '@零工小助手二号\u2005抢1024', []],
    ['the name is said without @', '零工小助手 抢1024', []],
    ['there is nothing', '', []],
  ])('is not meant when %s', (_when, text, ids) => {
    expect(hear(text, ids, self)).toEqual(unheard(text))
  })

  it('does not take an empty name for a call', () => {
    expect(hear('@ 抢1024', [], { id: 'bot', names: [''] })).toEqual(unheard('@ 抢1024'))
  })

  it('reads half a million @ without trouble', () => {
    const text = '@'.repeat(500_000)
    expect(hear(text, [], self)).toEqual(unheard(text))
    expect(hear(text, ['bot'], self).mentioned).toBe(true)
  })
})
