import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { readWechatConfig } from './wechat-config.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const privatePem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString()

const ENV = {
  WECHAT_PAY_MCHID: '1900000001',
  WECHAT_PAY_APPID: 'wx0123456789abcdef',
  WECHAT_PAY_PRIVATE_KEY: privatePem,
  WECHAT_PAY_SERIAL: '3775B6A45ACD588826D15E583A95F5DD',
  WECHAT_PAY_PLATFORM_KEY: publicPem,
  WECHAT_PAY_PLATFORM_KEY_ID: 'PUB_KEY_ID_0114232134912410000000000000',
  WECHAT_PAY_API_V3_KEY: '0123456789abcdef0123456789abcdef',
  WECHAT_PAY_NOTIFY_URL: 'https://pay.example.org/payment/notify',
}
const faultOf = (env: Record<string, string | undefined>): string => {
  try {
    readWechatConfig(env)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

describe('the merchant in the environment', () => {
  it('is read whole', () => {
    const config = readWechatConfig({ ...ENV, WECHAT_PAY_PRIVATE_KEY: privatePem.replaceAll('\n', '\\n') })
    expect(config).toMatchObject({ mchid: '1900000001', baseUrl: 'https://api.mch.weixin.qq.com/' })
    expect([...(config?.platformKeys.keys() ?? [])]).toEqual([ENV.WECHAT_PAY_PLATFORM_KEY_ID])
    expect(config?.merchantKey.equals(privateKey)).toBe(true)
  })

  it('is none where nothing is said', () => {
    expect(readWechatConfig({})).toBeUndefined()
    expect(readWechatConfig({ WECHAT_PAY_MCHID: ' ' })).toBeUndefined()
  })

  it.each(Object.keys(ENV))('without %s is refused by that name', (name) => {
    expect(faultOf({ ...ENV, [name]: undefined })).toContain(`${name} is missing`)
  })

  it.each([
    ['WECHAT_PAY_MCHID', '19', 'is not a merchant number'],
    ['WECHAT_PAY_APPID', 'app', 'is not an app id'],
    ['WECHAT_PAY_PRIVATE_KEY', 'secret words', 'is no PEM key'],
    ['WECHAT_PAY_PRIVATE_KEY', ec.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 'is no RSA key'],
    ['WECHAT_PAY_PLATFORM_KEY', 'x', 'is no PEM key'],
    ['WECHAT_PAY_API_V3_KEY', 'short', 'is not 32 bytes long'],
    ['WECHAT_PAY_NOTIFY_URL', 'http://pay.example.org/notify', 'is not an https address'],
    ['WECHAT_PAY_NOTIFY_URL', 'https://pay.example.org/notify?a=1', 'is not an https address'],
    ['WECHAT_PAY_PLATFORM_KEY_ID', ENV.WECHAT_PAY_SERIAL, "names the merchant's own certificate"],
  ])('with a wrong %s says so and quotes nothing', (name, value, fault) => {
    const said = faultOf({ ...ENV, [name]: value })
    expect(said).toContain(`${name} ${fault}`)
    if (name !== 'WECHAT_PAY_PLATFORM_KEY_ID') expect(said).not.toContain('secret words')
  })

  it('tells all that is missing at once', () => {
    expect(faultOf({ WECHAT_PAY_MCHID: '1900000001' }).match(/is missing/g)).toHaveLength(7)
  })
})
