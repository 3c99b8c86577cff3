import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { PICTURE_BYTES } from '../channel/port.ts'
import { darkAndLightPng } from './png.ts'
import { qrPicture } from './qr-picture.ts'
import { readPng } from './testing/read-png.ts'
import { scan } from './testing/scan.ts'

function scanned(content: string): string | undefined {
  const picture = qrPicture(content, '码')
  return picture === undefined ? undefined : scan(readPng(picture.png))
}

describe('a QR picture', () => {
  it.each([
    'weixin://wxpay/bizpayurl?pr=NwY5Mz9',
    'https://county.example/pay/0123456789abcdefghjkmnpqrs',
    '付款：搬办公桌 300元',
    'a',
    'HTTPS://EXAMPLE.COM/'.repeat(25),
  ])('is scanned as %j', (content) => {
    expect(scanned(content)).toBe(content)
  })

  it('is scanned as whatever was put in', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
        expect(scanned(url)).toBe(url)
      }),
      { numRuns: 10 },
    )
  })

  it.each(['', 'x'.repeat(513)])('is none of %j', (content) => {
    expect(qrPicture(content, '码')).toBeUndefined()
  })

  it('is small, sharp, and the same each time', () => {
    const [once, twice] = [qrPicture('字'.repeat(512), '码'), qrPicture('字'.repeat(512), '码')]
    expect(once?.png).toEqual(twice?.png)
    expect(once?.png.length).toBeLessThan(PICTURE_BYTES / 16)
    const { width, height } = readPng(qrPicture('a', '码')?.png ?? new Uint8Array())
    expect([width, height]).toEqual([493, 493])
  })
})

describe('a PNG of dark and light', () => {
  it.each([1, 7, 8, 9, 16, 17])('keeps each pixel of rows of %i', (width) => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.boolean(), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }), (rows) => {
        const { rgba } = readPng(darkAndLightPng(rows))
        expect(rows.flat().map((_, at) => rgba[at * 4] === 0)).toEqual(rows.flat())
      }),
      { numRuns: 20 },
    )
  })
})
