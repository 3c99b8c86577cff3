/** A key that is missing or malformed, or an envelope that does not open. Its message never holds a key or a plain text. */
export class VaultError extends Error {
  override readonly name = 'VaultError'
}
