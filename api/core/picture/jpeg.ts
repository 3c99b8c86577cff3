import { orientationIn, orientationSegment, UPRIGHT } from './orientation.ts'
import { byteAt, type CleanedParts, joined, shortAt } from './parts.ts'

const [SOI, EOI, SOS, DHT, DQT, DRI, APP0, APP1, APP14] = [0xd8, 0xd9, 0xda, 0xc4, 0xdb, 0xdd, 0xe0, 0xe1, 0xee]
/** Baseline, extended and progressive, coded by Huffman: what cameras and WeChat write. */
const FRAMES = [0xc0, 0xc1, 0xc2]
/** JFIF without a thumbnail, and Adobe's word on the colours: no other length of theirs is kept. */
const PLAIN_LENGTH: Readonly<Record<number, number>> = { [APP0]: 16, [APP14]: 14 }
const isMarker = (bytes: Uint8Array, at: number): boolean => byteAt(bytes, at) === 0xff

const isKept = (marker: number, length: number): boolean =>
  [SOS, DHT, DQT, DRI, ...FRAMES].includes(marker) || PLAIN_LENGTH[marker] === length

/** Where the coded picture behind a scan's head ends: at the first marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length) {
    const next = byteAt(bytes, at + 1)
    if (isMarker(bytes, at) && next !== 0 && !(next >= 0xd0 && next <= 0xd7) && next !== 0xff) return at
    at += 1
  }
  return at
}

/** Keeps the segments that draw, and of what the camera says how it was held. undefined: it is no JPEG that ends as it should, or of a kind nobody sends. */
export function cleanJpeg(bytes: Uint8Array): CleanedParts | undefined {
  const parts: Uint8Array[] = [new Uint8Array([0xff, SOI])]
  let size: { widthPixels: number; heightPixels: number } | undefined
  let scans = 0
  let orientation = UPRIGHT
  let at = 2
  while (at + 1 < bytes.length) {
    if (!isMarker(bytes, at)) return undefined
    const marker = byteAt(bytes, at + 1)
    if (marker === EOI) {
      parts.push(new Uint8Array([0xff, EOI]))
      if (orientation !== UPRIGHT) parts.splice(1, 0, orientationSegment(orientation))
      return size && scans > 0 ? { ...size, bytes: joined(parts) } : undefined
    }
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = shortAt(bytes, at + 2)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) return undefined
    if (FRAMES.includes(marker)) {
      if (size !== undefined) return undefined
      size = { heightPixels: shortAt(bytes, at + 5), widthPixels: shortAt(bytes, at + 7) }
    } else if (marker >= 0xc0 && marker <= 0xcf && marker !== DHT) return undefined
    const next = marker === SOS ? endOfScan(bytes, end) : end
    if (marker === SOS) scans += 1
    if (marker === APP1) orientation = orientationIn(bytes.subarray(at, end)) ?? orientation
    if (isKept(marker, length)) parts.push(bytes.subarray(at, next))
    at = next
  }
  return undefined
}
