import { crc32, inflateSync } from 'node:zlib'
import { assert } from '@linggong/api/core/assert.ts'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Red, green, blue and alpha of each pixel, row after row. */
  readonly rgba: Uint8ClampedArray
}

function chunksOf(png: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const body = png.subarray(at + 4, at + 8 + length)
    assert(png.readUInt32BE(at + 8 + length) === crc32(body), 'the sum of a chunk is right')
    chunks.set(body.subarray(0, 4).toString('latin1'), body.subarray(4))
    at += length + 12
  }
  return chunks
}

/** Reads what a black and white PNG of one bit a pixel and no filters holds; anything else throws. */
export function readPng(bytes: Uint8Array): Pixels {
  const png = Buffer.from(bytes)
  assert(png.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n', 'it is a PNG')
  const chunks = chunksOf(png)
  const header = chunks.get('IHDR') ?? Buffer.alloc(0)
  assert(header.subarray(8).equals(Buffer.from([1, 0, 0, 0, 0])), 'one bit, grey')
  assert([...chunks.keys()].join() === 'IHDR,IDAT,IEND', 'whole and nothing else')
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))
  const stride = 1 + Math.ceil(width / 8)
  assert(rows.length === stride * height, 'as many rows as it says')
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)]
    assert(rows[y * stride] === 0, 'no filter')
    const isLight = ((rows[y * stride + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0
    rgba.fill(isLight ? 255 : 0, at * 4, at * 4 + 3)
  }
  return { width, height, rgba }
}
