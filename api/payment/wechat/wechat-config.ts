import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

export interface WechatConfig {
  readonly baseUrl: string
  readonly mchid: string
  readonly appid: string
  /** The merchant's private key and the serial of its certificate. */
  readonly merchantKey: KeyObject
  readonly merchantSerial: string
  /** The provider's public keys by key id or certificate serial; the first encrypts what only the provider may read. */
  readonly platformKeys: ReadonlyMap<string, KeyObject>
  /** 32 bytes, the key of what callbacks carry. */
  readonly apiV3Key: Uint8Array
  /** Where callbacks are to go; asked for with each order, because a server may know its own address only once it listens. */
  readonly notifyUrl: () => string
  /** The first day that there is a bill of, where the provider did not exist before. */
  readonly billsFrom?: Temporal.PlainDate
  readonly timeoutMs?: number
}

const BASE_URL = 'https://api.mch.weixin.qq.com/'
const PREFIX = 'WECHAT_PAY_'
const KEY_BYTES = 32

type Setting = 'MCHID' | 'APPID' | 'PRIVATE_KEY' | 'SERIAL' | 'PLATFORM_KEY' | 'PLATFORM_KEY_ID' | 'API_V3_KEY' | 'NOTIFY_URL'

/** Says what is wrong with a setting without quoting it. Throws where it cannot be read at all. */
const CHECKS: Readonly<Record<Setting, (text: string) => string | undefined>> = {
  MCHID: (text) => (/^\d{8,10}$/.test(text) ? undefined : 'is not a merchant number'),
  APPID: (text) => (/^wx[0-9a-z]{8,30}$/i.test(text) ? undefined : 'is not an app id'),
  PRIVATE_KEY: (text) => (isRsa(createPrivateKey(pem(text))) ? undefined : 'is no RSA key'),
  SERIAL: (text) => (/^[0-9A-F]{8,64}$/i.test(text) ? undefined : 'is not a certificate serial'),
  PLATFORM_KEY: (text) => (isRsa(createPublicKey(pem(text))) ? undefined : 'is no RSA key'),
  PLATFORM_KEY_ID: (text) => (/^(PUB_KEY_ID_)?[0-9A-F]{8,64}$/i.test(text) ? undefined : 'is neither a key id nor a certificate serial'),
  API_V3_KEY: (text) => (Buffer.byteLength(text) === KEY_BYTES ? undefined : `is not ${KEY_BYTES} bytes long`),
  NOTIFY_URL: (text) => (URL.canParse(text) && isPlain(new URL(text)) ? undefined : 'is not an https address without a query'),
}
const SETTINGS = Object.keys(CHECKS) as Setting[]

const isRsa = ({ asymmetricKeyType }: KeyObject): boolean => asymmetricKeyType === 'rsa'
const isPlain = ({ protocol, search, hash }: URL): boolean => protocol === 'https:' && search === '' && hash === ''

/** Line breaks of a PEM may be written as `\n`, because an environment file has none. */
const pem = (text: string): string => text.replaceAll('\\n', '\n')

function faultOf(setting: Setting, text: string): string | undefined {
  if (text === '') return 'is missing'
  try {
    return CHECKS[setting](text)
  } catch {
    return 'is no PEM key'
  }
}

/** The merchant that the environment names; undefined where it names none. Throws one sentence about all that is missing or wrong. */
export function readWechatConfig(env: Readonly<Record<string, string | undefined>>): WechatConfig | undefined {
  const textOf = (setting: Setting): string => env[`${PREFIX}${setting}`]?.trim() ?? ''
  if (SETTINGS.every((setting) => textOf(setting) === '')) return undefined
  const faults = SETTINGS.flatMap((setting) => {
    const fault = faultOf(setting, textOf(setting))
    return fault === undefined ? [] : [`${PREFIX}${setting} ${fault}`]
  })
  if (faults.length > 0) throw new Error(`the payment provider cannot be used: ${faults.join('; ')}`)
  if (textOf('SERIAL') === textOf('PLATFORM_KEY_ID')) {
    throw new Error(`the payment provider cannot be used: ${PREFIX}PLATFORM_KEY_ID names the merchant's own certificate`)
  }
  return {
    baseUrl: BASE_URL,
    mchid: textOf('MCHID'),
    appid: textOf('APPID'),
    merchantKey: createPrivateKey(pem(textOf('PRIVATE_KEY'))),
    merchantSerial: textOf('SERIAL'),
    platformKeys: new Map([[textOf('PLATFORM_KEY_ID'), createPublicKey(pem(textOf('PLATFORM_KEY')))]]),
    apiV3Key: Buffer.from(textOf('API_V3_KEY')),
    notifyUrl: () => textOf('NOTIFY_URL'),
  }
}
