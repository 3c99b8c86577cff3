import { createDecipheriv, type KeyObject, verify } from 'node:crypto'

export interface Signed {
  readonly timestamp: string
  readonly nonce: string
  readonly body: Uint8Array
  /** Base64. */
  readonly signature: string
}

/** RSA-SHA256 over `timestamp\nnonce\nbody\n`, the body as the very bytes that came. */
export function isSignedBy(key: KeyObject, { timestamp, nonce, body, signature }: Signed): boolean {
  const message = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from('\n')])
  return verify('RSA-SHA256', message, key, Buffer.from(signature, 'base64'))
}

export interface Sealed {
  /** Base64: what is sealed, then a tag of 16 bytes. */
  readonly ciphertext: string
  /** Twelve bytes of text. */
  readonly nonce: string
  readonly associatedData: string
}

const TAG_BYTES = 16

/** Opens an AES-256-GCM seal; undefined when key, nonce, associated data or tag do not fit. */
export function unseal(key: Uint8Array, { ciphertext, nonce, associatedData }: Sealed): Buffer | undefined {
  const bytes = Buffer.from(ciphertext, 'base64')
  if (bytes.length < TAG_BYTES) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce), { authTagLength: TAG_BYTES })
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  decipher.setAAD(Buffer.from(associatedData))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()])
  } catch {
    return undefined
  }
}
