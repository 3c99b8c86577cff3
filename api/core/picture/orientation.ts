import { byteAt, shortAt } from './parts.ts'

/** How a camera was held, by EXIF: 1 upright, 2 to 8 turned or mirrored. It is all that is kept of what a camera says besides the picture. */
export const UPRIGHT = 1
const MOST = 8

const NAME = [0x45, 0x78, 0x69, 0x66, 0, 0] // Exif
const [ORIENTATION, SHORT] = [0x0112, 3]
const [TIFF_AT, ENTRY_BYTES, MOST_ENTRIES] = [10, 12, 100]

const isExif = (segment: Uint8Array): boolean => NAME.every((byte, at) => byteAt(segment, 4 + at) === byte)

/** Reads numbers as the camera wrote them: 「II」 the small end first, 「MM」 the large one. */
function numbersOf(segment: Uint8Array): { short: (at: number) => number; long: (at: number) => number } | undefined {
  const order = shortAt(segment, TIFF_AT)
  if (order !== 0x4949 && order !== 0x4d4d) return undefined
  const short = (at: number) => (order === 0x4d4d ? shortAt(segment, at) : byteAt(segment, at) + byteAt(segment, at + 1) * 256)
  const long = (at: number) => (order === 0x4d4d ? short(at) * 65_536 + short(at + 2) : short(at) + short(at + 2) * 65_536)
  return { short, long }
}

/** The orientation that a JPEG's APP1 segment tells, marker and length included; undefined where it tells none. */
export function orientationIn(segment: Uint8Array): number | undefined {
  const read = isExif(segment) ? numbersOf(segment) : undefined
  if (read === undefined) return undefined
  const table = TIFF_AT + read.long(TIFF_AT + 4)
  const entries = Math.min(read.short(table), MOST_ENTRIES)
  for (let entry = 0; entry < entries; entry += 1) {
    const at = table + 2 + entry * ENTRY_BYTES
    if (read.short(at) !== ORIENTATION || read.short(at + 2) !== SHORT || read.long(at + 4) !== 1) continue
    const told = read.short(at + 8)
    return told >= UPRIGHT && told <= MOST ? told : undefined
  }
  return undefined
}

/** An APP1 segment of our own that says how the camera was held and nothing else: whoever shows the picture turns it. */
export const orientationSegment = (orientation: number): Uint8Array =>
  new Uint8Array([
    ...[0xff, 0xe1, 0, 34],
    ...NAME,
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1],
    ...[ORIENTATION >> 8, ORIENTATION & 255, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ])
