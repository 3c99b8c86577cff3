import { describe, expect, it } from '@jest/globals'
import { normalise } from './normalise.ts'

describe('a text in which every sign stands apart', () => {
  it.each([
    ['招 电 焊 工 2 名', '招电焊工2名'],
    ['明日 搭 脚 手 架 6 人 3 5 0 一 天', '明日搭脚手架6人350一天'],
  ])('is read as one: %s', (text, expected) => expect(normalise(text)).toBe(expected))

  it.each(['明天 搬家 2个人 一天200', '抢 1024 我 来'])('is left alone where the spaces part words: %s', (text) =>
    expect(normalise(text)).toBe(text),
  )
})
