import { type CleanedParts, joined, longAt } from './parts.ts'

const SIGNATURE_BYTES = 8
/** What draws; everything else is words, times, places or programs. */
const KEPT = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']
/** Length and name before the data of a chunk, its sum behind. */
const [HEAD_BYTES, SUM_BYTES, IHDR_BYTES] = [8, 4, 13]

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  return sum
})

function sumOf(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) sum = (TABLE[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8)
  return (sum ^ 0xffffffff) >>> 0
}

/** Keeps the chunks that draw, up to the end. undefined: it is no PNG that ends as it should. */
export function cleanPng(bytes: Uint8Array): CleanedParts | undefined {
  const parts: Uint8Array[] = [bytes.subarray(0, SIGNATURE_BYTES)]
  let size: { widthPixels: number; heightPixels: number } | undefined
  let hasData = false
  for (let at = SIGNATURE_BYTES; at + HEAD_BYTES + SUM_BYTES <= bytes.length; ) {
    const length = longAt(bytes, at)
    const dataAt = at + HEAD_BYTES
    const end = dataAt + length + SUM_BYTES
    if (end > bytes.length || sumOf(bytes.subarray(at + 4, dataAt + length)) !== longAt(bytes, dataAt + length)) return undefined
    const name = String.fromCharCode(...bytes.subarray(at + 4, dataAt))
    if ((name === 'IHDR') !== (size === undefined) || (name === 'IHDR' && length !== IHDR_BYTES)) return undefined
    if (name === 'IHDR') size = { widthPixels: longAt(bytes, dataAt), heightPixels: longAt(bytes, dataAt + 4) }
    if (name === 'IDAT') hasData = true
    if (KEPT.includes(name)) parts.push(bytes.subarray(at, end))
    if (name === 'IEND') return size && hasData ? { ...size, bytes: joined(parts) } : undefined
    at = end
  }
  return undefined
}
