import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_BYTES = 22
const COMMENT_BYTES = 0xffff
const ENTRY_BYTES = 46
const HEAD_BYTES = 30
const STORED = 0
const DEFLATED = 8

/** Where the list of entries begins and how many there are. */
function directoryOf(zip: Buffer): { at: number; entries: number } | undefined {
  for (let at = zip.length - END_BYTES; at >= Math.max(0, zip.length - END_BYTES - COMMENT_BYTES); at -= 1) {
    if (zip.readUInt32LE(at) === END) return { at: zip.readUInt32LE(at + 16), entries: zip.readUInt16LE(at + 10) }
  }
  return undefined
}

/** How many bytes lie in an entry, by unpacking it: what it says of itself may be a lie. */
function sizeOf(zip: Buffer, entry: number, maxBytes: number): number {
  const packed = zip.readUInt32LE(entry + 20)
  const head = zip.readUInt32LE(entry + 42)
  const from = head + HEAD_BYTES + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28)
  const method = zip.readUInt16LE(entry + 10)
  if (method === STORED) return packed
  if (method !== DEFLATED) return Number.POSITIVE_INFINITY
  return inflateRawSync(zip.subarray(from, from + packed), { maxOutputLength: maxBytes + 1 }).length
}

/** Whether a zip file stays within so many bytes when all of it is unpacked; a bomb, or what is no zip file, does not. */
export function isSmallZip(bytes: Uint8Array, maxBytes: number): boolean {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const directory = directoryOf(zip)
    if (directory === undefined) return false
    let left = maxBytes
    let { at } = directory
    for (let entry = 0; entry < directory.entries; entry += 1) {
      if (zip.readUInt32LE(at) !== ENTRY) return false
      left -= sizeOf(zip, at, left)
      if (left < 0) return false
      at += ENTRY_BYTES + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    }
    return true
  } catch {
    return false
  }
}
