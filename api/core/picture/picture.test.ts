import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import { LIMIT } from '../limit.ts'
import { cleanPicture } from './picture.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
const short = (value: number) => Buffer.from([value >> 8, value & 255])
const long = (value: number) => Buffer.from([value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255])

const segment = (marker: number, data: Buffer) => Buffer.concat([Buffer.from([0xff, marker]), short(data.length + 2), data])
const frame = (width: number, height: number, marker = 0xc0) =>
  segment(marker, Buffer.concat([Buffer.from([8]), short(height), short(width), Buffer.from([1, 1, 0x11, 0])]))
const JFIF = segment(0xe0, latin('JFIF\0\x01\x01\0\0\x01\0\x01\0\0'))
const EXIF = segment(0xe1, latin('Exif\0\0GPS 26.73N 117.47E'))
const TIFF = {
  MM: (entries: Buffer, at = 8) => Buffer.concat([latin('MM'), short(42), long(at), Buffer.alloc(at - 8), entries]),
  II: (entries: Buffer) => Buffer.concat([latin('II'), Buffer.from([42, 0, 8, 0, 0, 0]), entries]),
}
const heldMM = (orientation: number) => Buffer.concat([short(0x0112), short(3), long(1), short(orientation), short(0)])
const heldII = (orientation: number) => Buffer.from([0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0])
/** The camera's name, before it in the table. */
const madeMM = Buffer.concat([short(0x010f), short(2), long(4), latin('GPS\0')])
const exif = (tiff: Buffer) => segment(0xe1, Buffer.concat([latin('Exif\0\0'), tiff]))
const photo = (...before: readonly Buffer[]) => jpeg(JFIF, ...before, ...TABLES, frame(640, 480), SCAN, EOI)
const COMMENT = segment(0xfe, latin('<script>alert(1)</script>'))
const TABLES = [segment(0xdb, Buffer.alloc(65)), segment(0xc4, Buffer.alloc(20))]
/** A stuffed byte and a restart lie in the coded picture. */
const SCAN = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([1, 0xff, 0, 2, 0xff, 0xd3, 3])])
const [SOI, EOI] = [Buffer.from([0xff, 0xd8]), Buffer.from([0xff, 0xd9])]
const jpeg = (...parts: readonly Buffer[]) => Buffer.concat([SOI, ...parts])
const plainJpeg = jpeg(JFIF, ...TABLES, frame(640, 480), SCAN, EOI)

const chunk = (name: string, data: Buffer) => {
  const named = Buffer.concat([latin(name), data])
  return Buffer.concat([long(data.length), named, long(crc32(named))])
}
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const head = (width: number, height: number) => chunk('IHDR', Buffer.concat([long(width), long(height), Buffer.from([8, 0, 0, 0, 0])]))
const DATA = chunk('IDAT', deflateSync(Buffer.alloc(64)))
const END = chunk('IEND', Buffer.alloc(0))
const png = (...parts: readonly Buffer[]) => Buffer.concat([SIGNATURE, ...parts])
const plainPng = png(head(7, 8), DATA, END)

const HTML = latin('<html><script>alert(1)</script>')
const ZIP = latin('PK\x03\x04 a jar')

describe('a picture', () => {
  it.each([
    ['a plain JPEG', plainJpeg, plainJpeg],
    ['a JPEG with its place', jpeg(JFIF, EXIF, ...TABLES, frame(640, 480), SCAN, EOI), plainJpeg],
    ['a JPEG with a script in a comment', jpeg(JFIF, COMMENT, ...TABLES, frame(640, 480), SCAN, EOI), plainJpeg],
    ['a JPEG with a thumbnail', jpeg(segment(0xe0, latin('JFIF\0 with more')), ...TABLES, frame(640, 480), SCAN, EOI), undefined],
    ['a JPEG and a page behind it', Buffer.concat([plainJpeg, HTML]), plainJpeg],
    ['a JPEG and a zip behind it', Buffer.concat([plainJpeg, ZIP]), plainJpeg],
    ['a plain PNG', plainPng, plainPng],
    ['a PNG with words', png(head(7, 8), chunk('tEXt', latin('GPS 26.73N')), DATA, END), plainPng],
    ['a PNG with EXIF', png(head(7, 8), chunk('eXIf', latin('GPS')), DATA, END), plainPng],
    ['a moving PNG', png(head(7, 8), chunk('acTL', Buffer.alloc(8)), DATA, chunk('fdAT', Buffer.alloc(9)), END), plainPng],
    ['a PNG and a zip behind it', Buffer.concat([plainPng, ZIP]), plainPng],
  ])('keeps what draws: %s', (_what, bytes, kept) => {
    const clean = cleanPicture(bytes)
    if (!clean.ok) throw new Error(clean.refusal)
    if (kept) expect(Buffer.from(clean.value.bytes)).toEqual(kept)
    for (const hidden of ['GPS', 'script', 'PK', 'with more'])
      expect(Buffer.from(clean.value.bytes).toString('latin1')).not.toContain(hidden)
  })

  const cleaned = (bytes: Buffer): Buffer => {
    const clean = cleanPicture(bytes)
    if (!clean.ok) throw new Error(clean.refusal)
    return Buffer.from(clean.value.bytes)
  }
  const turned = (orientation: number) =>
    jpeg(exif(TIFF.MM(Buffer.concat([short(1), heldMM(orientation), long(0)]))), JFIF, ...TABLES, frame(640, 480), SCAN, EOI)

  it.each([2, 3, 4, 5, 6, 7, 8])('is turned as the camera was held, and tells nothing else of it: %i', (orientation) => {
    const large = photo(
      exif(Buffer.concat([TIFF.MM(Buffer.concat([short(2), madeMM, heldMM(orientation), long(0)]), 20), latin('GPS 26.73N')])),
    )
    const small = photo(exif(TIFF.II(Buffer.concat([Buffer.from([1, 0]), heldII(orientation)]))))
    for (const bytes of [large, small]) expect(cleaned(bytes)).toEqual(turned(orientation))
    expect(cleaned(turned(orientation))).toEqual(turned(orientation))
  })

  it.each([
    ['upright', exif(TIFF.MM(Buffer.concat([short(1), heldMM(1)])))],
    ['held as nobody can', exif(TIFF.MM(Buffer.concat([short(1), heldMM(9)])))],
    ['a table beyond the end', exif(TIFF.MM(Buffer.concat([short(1), heldMM(6)]), 8).with(7, 200) as Buffer)],
    ['a table of far more rows than there are', exif(TIFF.MM(Buffer.concat([short(0xffff), madeMM])))],
    ['neither order of bytes', exif(Buffer.concat([latin('XX'), short(42), long(8), short(1), heldMM(6)]))],
    ['no table', exif(latin('MM'))],
    ['some other APP1', segment(0xe1, Buffer.concat([latin('http://ns.adobe.com/xap/1.0/\0'), heldMM(6)]))],
  ])('says nothing of the camera: %s', (_what, told) => {
    expect(cleaned(photo(told))).toEqual(plainJpeg)
  })

  it('knows its size and is the same when it is cleaned again', () => {
    for (const bytes of [plainJpeg, plainPng]) {
      const once = cleanPicture(bytes)
      expect(once.ok && cleanPicture(once.value.bytes)).toEqual(once)
    }
    expect(cleanPicture(plainJpeg)).toMatchObject({ value: { format: 'jpeg', widthPixels: 640, heightPixels: 480 } })
    expect(cleanPicture(plainPng)).toMatchObject({ value: { format: 'png', widthPixels: 7, heightPixels: 8 } })
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['an SVG', latin('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['an SVG behind a BOM', latin('\xef\xbb\xbf<?xml version="1.0"?><svg/>')],
    ['a page', HTML],
    ['a GIF that is a script', latin('GIF89a/*')],
    ['a PDF', latin('%PDF-1.7')],
    ['a WebP', latin('RIFF\0\0\0\0WEBPVP8 ')],
    ['a JPEG that ends too soon', plainJpeg.subarray(0, plainJpeg.length - 2)],
    ['a JPEG of nothing', jpeg(JFIF, EOI)],
    ['a JPEG without a scan', jpeg(JFIF, ...TABLES, frame(640, 480), EOI)],
    ['a JPEG of two sizes', jpeg(frame(1, 1), frame(640, 480), SCAN, EOI)],
    ['a JPEG of an odd kind', jpeg(frame(640, 480, 0xc9), SCAN, EOI)],
    ['a segment longer than the file', jpeg(Buffer.from([0xff, 0xe1, 0xff, 0xff, 0]))],
    ['a segment of no length', jpeg(Buffer.from([0xff, 0xe1, 0, 0]), EOI)],
    ['words between segments', jpeg(JFIF, HTML, EOI)],
    ['a PNG without an end', png(head(7, 8), DATA)],
    ['a PNG with a wrong sum', png(head(7, 8), DATA.with(9, 99) as Buffer, END)],
    ['a PNG whose head comes late', png(DATA, head(7, 8), END)],
    ['a PNG with two heads', png(head(7, 8), head(7, 8), DATA, END)],
    ['a chunk longer than the file', png(head(7, 8), long(0x7fffffff), latin('IDAT'), Buffer.alloc(20))],
    ['no width', png(head(0, 8), DATA, END)],
  ])('is not %s', (_what, bytes) => {
    expect(cleanPicture(bytes)).toMatchObject({ ok: false, refusal: 'picture-unreadable' })
  })

  it.each([
    ['100 megapixels of JPEG', jpeg(...TABLES, frame(11_000, 11_000), SCAN, EOI)],
    ['a long JPEG', jpeg(...TABLES, frame(65_000, 1), SCAN, EOI)],
    ['4 thousand million pixels of PNG', png(head(65_536, 65_536), DATA, END)],
    ['a byte too many', Buffer.concat([plainJpeg, Buffer.alloc(LIMIT.pictureBytes)])],
  ])('is refused before anybody decodes it: %s', (_what, bytes) => {
    expect(cleanPicture(bytes)).toMatchObject({ ok: false, refusal: 'picture-too-large' })
  })
})
