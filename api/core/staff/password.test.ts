import { describe, expect, it } from '@jest/globals'
import { normalPassword, type PasswordFlaw, passwordFlaw } from './password.ts'

const HARD = () => 12
const EASY = () => 6

describe('a new password', () => {
  it.each<[string, PasswordFlaw | undefined]>([
    ['eleven char', 'too-short'],
    ['twelve chars', undefined],
    ['山门村的橘子真', 'too-short'],
    ['山门村的橘子真甜', undefined],
    ['橘子真甜2026年', 'too-short'],
    ['橘子真甜2026年秋', undefined],
    ['x'.repeat(128), undefined],
    ['x'.repeat(129), 'too-long'],
    ['👍'.repeat(12), undefined],
    ['twelve\u0000chars', 'not-text'],
    ['twelve\nchars', 'not-text'],
    ['\ud800twelve chars', 'not-text'],
  ])('%p: %p', (text, flaw) => {
    expect(passwordFlaw(text, [], HARD)).toBe(flaw)
  })

  it('must not be easy to guess, and Chinese is harder than its letters', () => {
    expect(passwordFlaw('password1234', [], EASY)).toBe('too-common')
    expect(passwordFlaw('山门村的橘子真甜', [], EASY)).toBeUndefined()
  })

  it('is guessed at with the person’s own words', () => {
    const heard: (readonly string[])[] = []
    passwordFlaw('twelve chars', ['zhou', '周小满'], (_text, own) => {
      heard.push(own)
      return 12
    })
    expect(heard).toEqual([['zhou', '周小满']])
  })

  it('is the same however the keyboard spells it', () => {
    expect(normalPassword('ｐａｓｓ１２')).toBe('pass12')
    expect(normalPassword('e\u0301')).toBe('\u00e9')
  })
})
