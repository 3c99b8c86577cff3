import { createRequire } from 'node:module'
import { describe, expect, it } from '@jest/globals'
import type jsQr from 'jsqr'
import { qrDrawing } from './qr-drawing.ts'

/** Its types say that it is an ES module, which it is not. */
const decode: typeof jsQr.default = createRequire(import.meta.url)('jsqr')

const SCALE = 4

/** The pixels of a drawing, by painting its path. */
function scanned(markup: string): string | undefined {
  const size = Number(/viewBox="0 0 (\d+) /.exec(markup)?.[1]) * SCALE
  const rgba = new Uint8ClampedArray(size * size * 4).fill(255)
  const [, dark = ''] = /fill="#000" d="([^"]*)"/.exec(markup) ?? []
  for (const [, x, y, length] of dark.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row += 1) {
      for (let column = Number(x) * SCALE; column < (Number(x) + Number(length)) * SCALE; column += 1) {
        rgba.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3)
      }
    }
  }
  return decode(rgba, size, size)?.data
}

describe('a QR code in a page', () => {
  it.each(['weixin://wxpay/bizpayurl?pr=NwY5Mz9', 'https://county.example/pay/abc', '付工钱', 'a'])('is scanned as %j', (content) => {
    expect(scanned(qrDrawing(content, '码')?.markup ?? '')).toBe(content)
  })

  it.each(['', 'x'.repeat(513)])('is none of %j', (content) => {
    expect(qrDrawing(content, '码')).toBeUndefined()
  })

  it('has words for whoever does not see it, and a light ground of its own', () => {
    const { markup = '' } = qrDrawing('a', '<码>') ?? {}
    expect(markup).toContain('role="img" aria-label="&#60;码&#62;"')
    expect(markup).toContain('fill="#fff" d="M0 0h29v29H0z"')
  })
})
