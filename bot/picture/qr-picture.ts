import { encodeQR } from 'qr'
import type { Picture } from '../channel/port.ts'
import { darkAndLightPng } from './png.ts'

/** No code that people pay by is nearly as long; a longer one has points too small for a phone to scan from a screen. */
const CONTENT_CHARACTERS = 512
/** Wide enough to be sharp on any phone, and a whole number of pixels a point. */
const LEAST_WIDTH_PX = 480
/** The empty edge that scanners need, in points. */
const EDGE = 4

/** The text as a QR code to be sent; undefined when no code can hold it so that it could be scanned. */
export function qrPicture(content: string, alt: string): Picture | undefined {
  if (content === '' || content.length > CONTENT_CHARACTERS) return undefined
  const plain = encodeQR(content, 'raw', { ecc: 'medium', border: EDGE })
  const scale = Math.ceil(LEAST_WIDTH_PX / plain.length)
  const rows = encodeQR(content, 'raw', { ecc: 'medium', border: EDGE, scale })
  return { name: 'qr.png', alt, png: darkAndLightPng(rows) }
}
