import { createHmac } from 'node:crypto'
import { encodeQR } from 'qr'
import type { StepMac } from '../core/staff/totp.ts'
import type { RandomSource } from '../vault/random.ts'

const SECRET_BYTES = 20
const COUNTER_BYTES = 8
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const BITS = 5
const RECOVERY_BYTES = 10
/** Without letters that look like digits. */
const READABLE = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** Base32 without padding, as authenticator apps take it; the bytes are a multiple of five. */
function base32(bytes: Uint8Array): string {
  let text = ''
  for (let bit = 0; bit + BITS <= bytes.length * 8; bit += BITS) {
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0)
    text += BASE32.charAt((pair >> (11 - (bit & 7))) & 31)
  }
  return text
}

function fromBase32(text: string): Uint8Array {
  const bits = [...text].map((letter) => BASE32.indexOf(letter).toString(2).padStart(BITS, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}

export const newSecret = (random: RandomSource): string => base32(random.bytes(SECRET_BYTES))

/** HMAC-SHA-1 of the step, under a secret in base32. */
export function stepMacOf(secret: string): StepMac {
  const key = fromBase32(secret)
  return (step) => {
    const counter = Buffer.alloc(COUNTER_BYTES)
    counter.writeBigUInt64BE(BigInt(Math.max(0, step)))
    return createHmac('sha1', key).update(counter).digest()
  }
}

/** The address that an authenticator app reads from a QR code. */
export function otpauthUri({
  issuer,
  login,
  secret,
}: {
  readonly issuer: string
  readonly login: string
  readonly secret: string
}): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(login)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`
}

export const qrSvg = (text: string): string => encodeQR(text, 'svg', { ecc: 'medium', border: 4 })

/** Ten letters and digits in two groups: fifty bits. */
export function readableCode(random: RandomSource): string {
  const letters = Array.from(random.bytes(RECOVERY_BYTES), (byte) => READABLE.charAt(byte % READABLE.length)).join('')
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}

/** What somebody may have typed for a code: without spaces and strokes, in capitals. */
export const plainCode = (typed: string): string => typed.replaceAll(/[\s-]/g, '').toUpperCase()
