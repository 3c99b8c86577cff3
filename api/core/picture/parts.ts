export interface CleanedParts {
  readonly widthPixels: number
  readonly heightPixels: number
  readonly bytes: Uint8Array
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** 0 beyond the end, so that a picture that was cut off is walked to its end and found wanting there. */
export const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0
export const shortAt = (bytes: Uint8Array, at: number): number => byteAt(bytes, at) * 256 + byteAt(bytes, at + 1)
export const longAt = (bytes: Uint8Array, at: number): number => shortAt(bytes, at) * 65_536 + shortAt(bytes, at + 2)
