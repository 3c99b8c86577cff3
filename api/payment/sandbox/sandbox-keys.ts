import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'

/** Key material of one run of the sandbox: nothing it signs is worth anything anywhere else. */
export interface SandboxKeys {
  readonly mchid: string
  readonly appid: string
  readonly merchantSerial: string
  readonly merchantKey: KeyObject
  readonly merchantPublicKey: KeyObject
  readonly platformSerial: string
  readonly platformKey: KeyObject
  readonly platformPublicKey: KeyObject
  readonly apiV3Key: Uint8Array
  readonly appSecret: string
}

const BITS = 2048

export function makeSandboxKeys(): SandboxKeys {
  const merchant = generateKeyPairSync('rsa', { modulusLength: BITS })
  const platform = generateKeyPairSync('rsa', { modulusLength: BITS })
  return {
    mchid: '1900000001',
    appid: 'wxsandbox000000001',
    merchantSerial: randomBytes(20).toString('hex').toUpperCase(),
    merchantKey: merchant.privateKey,
    merchantPublicKey: merchant.publicKey,
    platformSerial: `PUB_KEY_ID_0${BigInt(`0x${randomBytes(12).toString('hex')}`)}`,
    platformKey: platform.privateKey,
    platformPublicKey: platform.publicKey,
    apiV3Key: Buffer.from(randomBytes(16).toString('hex')),
    appSecret: randomBytes(16).toString('hex'),
  }
}
