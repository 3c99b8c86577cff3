import { describe, expect, it } from '@jest/globals'
import { passwordFlaw } from '../core/staff/password.ts'
import { loadGuessesOf } from './guess-password.ts'

const OWN = ['zhou.hall', 'zhou', 'hall', '周小满', '将乐县', 'linggong']

describe('a password that is set', () => {
  it.each([
    'password1234',
    'P@ssw0rd1234',
    '123456789012',
    '111111111111',
    'abcabcabcabc',
    'qwertyuiop123',
    '1qaz2wsx3edc',
    'woaini1314520',
    'iloveyou1314',
    'zhou.hall2026',
    'linggong2026!',
    'Linggong.zhou',
    '20261123 2026',
  ])('is not %s', async (text) => {
    expect(passwordFlaw(text, OWN, await loadGuessesOf())).toBe('too-common')
  })

  it.each(['kX9#vQ2mLp0z', 'correct horse battery staple', '三月的橘子花开了吗', 'mulan jiangshang guo 7 ci'])(
    'may be %s',
    async (text) => {
      expect(passwordFlaw(text, OWN, await loadGuessesOf())).toBeUndefined()
    },
  )
})
