import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** One bit a pixel, grey, and neither other compression nor filter nor interlacing. */
const ONE_BIT_GREY = [1, 0, 0, 0, 0]
const NO_FILTER = 0

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))])
}

/** Eight pixels a byte, the leftmost in the highest bit; white is 1. */
function packed(row: readonly boolean[]): Buffer {
  const bytes = Buffer.alloc(1 + Math.ceil(row.length / 8), 0)
  bytes[0] = NO_FILTER
  for (const [x, isDark] of row.entries()) {
    const at = 1 + (x >> 3)
    if (!isDark) bytes[at] = (bytes[at] ?? 0) | (0x80 >> (x & 7))
  }
  return bytes
}

/** A PNG of rows of equal length, true for dark. The same rows are the same bytes. */
export function darkAndLightPng(rows: readonly (readonly boolean[])[]): Uint8Array {
  const header = Buffer.concat([uint32(rows[0]?.length ?? 0), uint32(rows.length), Buffer.from(ONE_BIT_GREY)])
  const pixels = deflateSync(Buffer.concat(rows.map(packed)), { level: 9 })
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}
