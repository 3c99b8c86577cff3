import { describe, expect, it } from '@jest/globals'
import { mentionedIn } from './mentioned.ts'

const members = [
  { id: 'bot', names: ['小助手'] },
  { id: 'second', names: ['小助手二号'] },
  { id: 'wang', names: ['老王', '王工'] },
  { id: 'other-wang', names: ['老王'] },
]

describe('mentionedIn', () => {
  it.each([
    ['@小助手 抢1024', ['bot']],
    ['@小助手抢1024', ['bot']],
    ['＠小助手 抢1024', ['bot']],
    ['@小助手二号 抢1024', ['second']],
    ['@王工 @小助手 走', ['wang', 'bot']],
    ['@老王 走', ['wang', 'other-wang']],
    ['@所有人 开会', ['bot', 'second', 'wang', 'other-wang']],
    ['小助手 抢1024', []],
    ['@ 小助手', []],
    ['', []],
  ])('reads %j', (text, expected) => {
    expect(mentionedIn(text, members)).toEqual(expected)
  })

  it('stops comparing in a text that is nothing but @', () => {
    const crowd = Array.from({ length: 5_000 }, (_, n) => ({ id: String(n), names: [`人${n}`] }))
    expect(mentionedIn('@'.repeat(500_000), crowd)).toEqual([])
  })
})
