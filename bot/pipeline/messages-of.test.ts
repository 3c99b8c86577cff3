import { describe, expect, it } from '@jest/globals'
import { readPng } from '../picture/testing/read-png.ts'
import { scan } from '../picture/testing/scan.ts'
import { messagesOf } from './messages-of.ts'

const to = { contact: 'cai' }

describe('the messages of a reply', () => {
  it('are its words, then its picture', () => {
    const [words, picture, ...more] = messagesOf(to, { text: '付钱', qr: 'weixin://pay' }, { pictures: true })
    expect([words, more]).toEqual([{ to, text: '付钱' }, []])
    expect(picture).toMatchObject({ to, picture: { name: 'qr.png', alt: expect.stringContaining('二维码') } })
    expect(scan(readPng(picture?.picture?.png ?? new Uint8Array()))).toBe('weixin://pay')
  })

  it.each([
    ['there is no code', { text: '付钱' }, true],
    ['the channel shows no pictures', { text: '付钱', qr: 'weixin://pay' }, false],
    ['no code can hold it', { text: '付钱', qr: 'x'.repeat(10_000) }, true],
  ])('are its words alone where %s', (_why, spoken, pictures) => {
    expect(messagesOf(to, spoken, { pictures })).toEqual([{ to, text: '付钱' }])
  })
})
