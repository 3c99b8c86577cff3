import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createHttpClient } from '@linggong/api/contract/client.ts'
import { FILE_TYPES, isFileAnswer } from '@linggong/api/contract/file-answer.ts'
import { aCounty } from '../kit/a-county.ts'
import { askAsStaff, HALL, tokenOf } from '../kit/seat-staff.ts'
import { asBot, asStaff } from './kit/live-api.ts'
import { CANARIES, type PeopledApi, peopledApi } from './kit/peopled-api.ts'

const TODAY = 'from=2026-11-23&to=2026-11-23'

describe('the files for the authorities, over HTTP', () => {
  let api: PeopledApi
  beforeAll(async () => {
    api = await peopledApi()
  })
  afterAll(() => api.stop())

  it('tell staff who was paid, masked', async () => {
    const { status, type, text, all } = await api.ask({ method: 'GET', path: `/staff/wage-ledger?${TODAY}&format=csv`, headers: asStaff })
    expect([status, type]).toEqual([200, FILE_TYPES.csv])
    const [, line = '', ...more] = text.trimEnd().split('\r\n')
    expect(line).toContain('邓*明,按次 2026-11-23,2026-11-23,廖*山,')
    expect(more).toEqual([])
    expect(CANARIES.filter((canary) => all.includes(canary))).toEqual([])
  })

  it('are not for the bot, and not for everybody’s eyes even in the hall', async () => {
    const asked = { method: 'GET', path: `/staff/wage-ledger?${TODAY}` }
    expect((await api.ask({ ...asked, headers: asBot })).status).toBe(403)
    expect((await api.ask({ ...asked, path: `${asked.path}&full=1`, headers: asStaff })).status).toBe(403)
    expect((await api.ask(asked)).status).toBe(401)
  })

  it('come to the typed client in pieces, with their name', async () => {
    const client = createHttpClient({ baseUrl: `http://127.0.0.1:${api.port}`, token: tokenOf(HALL.login) })
    const as = { contact: '', key: '' }
    const query = { year: 2026, quarter: 4, form: 'identity', format: 'csv' } as const
    const report = await client.exportPlatformReport({ query }, as)
    if (!report.ok) throw new Error(report.refusal)
    expect(report.value).toMatchObject({ name: '平台内从业人员身份信息报送表2026年第4季度.csv', format: 'csv' })
    const text = Buffer.concat(await Array.fromAsync(report.value.bytes)).toString('utf8')
    expect(text.trimEnd().split('\r\n')).toHaveLength(2)
    expect(await client.exportWageLedger({ query: { from: '2026-11-23', to: '2026-11-22' } }, as)).toMatchObject({ refusal: 'bad-request' })
  })
})

describe('a county that withholds tax', () => {
  const opened = aCounty({ tax: { mode: 'per-payment', from: Temporal.PlainDate.from('2026-01-01') } })
  afterAll(async () => (await opened).stop())

  it('pays what is left, keeps the tax apart, and says so on the slip and in the ledger', async () => {
    const { county, clock, settle, people } = await opened
    const [boss = ''] = await people('boss', 1, 'employer')
    const [li = ''] = await people('li', 1, 'worker', '1985-01-01')
    const as = (contact: string) => ({ contact, key: crypto.randomUUID() })
    const pay = { amountFen: 300_000, unit: 'job' as const }
    const startsAt = clock.at.add({ hours: 1 }).toString()
    const body = { trade: '泥瓦', content: '修屋顶', seats: 1, pay, startsAt, place: '县政府对面' }
    const posted = await county.client.postJob({ body }, as(boss))
    const params = { number: posted.ok ? posted.value.number : '' }
    await county.client.publishJob({ params }, as(boss))
    await settle()
    await county.client.takeJob({ params }, as(li))
    await county.client.startWork({ params, body: { code: '4821' } }, as(li))
    await county.client.finishWork({ params }, as(li))
    await county.client.confirmWork({ params }, as(boss))
    await settle()
    expect(await county.client.seeWallet({}, as(li))).toMatchObject({ value: { balanceFen: 256_000 } })
    expect(await county.client.seeWageSlip({ params }, as(li))).toMatchObject({
      value: { payFen: 300_000, taxFen: 44_000, netFen: 256_000, openFen: 0 },
    })
    const query = { from: '2026-11-23', to: '2026-11-23', format: 'csv' }
    const ledger = await askAsStaff(await opened, 'exportWageLedger', { query })
    if (!ledger.ok || !isFileAnswer(ledger.value)) throw new Error('the ledger is a file')
    expect(Buffer.concat(await Array.fromAsync(ledger.value.bytes)).toString()).toContain('工钱3000元,代扣个人所得税440元,2560,')
  })
})
