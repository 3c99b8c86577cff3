import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { isFileAnswer } from '@linggong/api/contract/file-answer.ts'
import { listenMounts } from '@linggong/api/http/mounts.ts'
import { EXPORT_FILES } from '@linggong/api/own-data/export-copy.ts'
import { strFromU8, unzipSync } from 'fflate'
import { aCounty } from '../kit/a-county.ts'
import { LIVED, liveALife, PAID_BY, PICTURE, takeAllOut } from '../kit/a-life.ts'
import { askAsStaff, HALL } from '../kit/seat-staff.ts'

type Town = Awaited<ReturnType<typeof aCounty>>
let town: Town
beforeEach(async () => {
  town = await aCounty()
  await liveALife(town)
  await takeAllOut(town)
})
afterEach(() => town.stop())

const as = (key: string, contact: string = LIVED.contact) => ({ contact, key })
const card = { name: LIVED.name, idNumber: LIVED.idNumber, cardSeen: true }

async function archiveOf(bytes: AsyncIterable<Uint8Array>): Promise<Readonly<Record<string, Uint8Array>>> {
  return unzipSync(Buffer.concat(await Array.fromAsync(bytes)))
}

async function byStaff(seat = HALL) {
  const answer = await askAsStaff(town, 'exportPerson', { body: card }, seat)
  if (!answer.ok || !isFileAnswer(answer.value)) throw new Error('an archive')
  return archiveOf(answer.value.bytes)
}

const textIn = (archive: Readonly<Record<string, Uint8Array>>, name: string): string => strFromU8(archive[name] ?? new Uint8Array())
const jsonIn = (archive: Readonly<Record<string, Uint8Array>>, name: string) => JSON.parse(textIn(archive, name))

describe('the archive of somebody’s own data', () => {
  it('has a file for each kind, each named on the page on top, and his pictures', async () => {
    const archive = await byStaff()
    const names = Object.keys(archive).filter((name) => name.endsWith('.json'))
    expect(names).toHaveLength(Object.keys(EXPORT_FILES).length)
    const readme = textIn(archive, '请先看这里.txt')
    for (const name of names) expect(readme).toContain(name)
    const pictures = Object.entries(archive).filter(([name]) => name.startsWith('证书照片/焊工证-'))
    expect(pictures.map(([, bytes]) => Buffer.from(bytes).equals(PICTURE))).toEqual([true])
  })

  it('says all of him as it is, and of others what others may see', async () => {
    const archive = await byStaff()
    expect(jsonIn(archive, '个人信息.json')).toMatchObject({
      ...{ name: LIVED.name, idNumber: LIVED.idNumber, phone: LIVED.phone, contacts: [LIVED.contact], birthDay: '1971-03-17' },
      ...{ payee: { account: LIVED.openid }, township: '古镛镇', skills: ['电焊'], wishes: ['泥瓦'], consents: [{ how: 'chat' }] },
    })
    expect(jsonIn(archive, '证书.json')).toMatchObject([{ cert: '焊工证', state: 'approved', number: LIVED.licenceNumber }])
    expect(jsonIn(archive, '接的活.json')).toMatchObject([{ employer: '司徒*焱', seats: [{ state: 'paid' }] }])
    expect(jsonIn(archive, '账本.json').map(({ amountFen }: { amountFen: number }) => amountFen)).toEqual(
      expect.arrayContaining([10_000, -10_000]),
    )
    expect(jsonIn(archive, '提现.json')).toMatchObject([{ amountFen: 10_000, state: 'done' }])
    const whole = Object.values(archive)
      .map((bytes) => strFromU8(bytes))
      .join('\n')
    for (const others of [PAID_BY.name, PAID_BY.idNumber, PAID_BY.phone, PAID_BY.contact]) expect(whole).not.toContain(others)
    expect(whole).not.toMatch(/"v1\.|startCode|wrongCodes/)
  })

  it('tells what he was told, about which job', async () => {
    const told: readonly { kind: string; job: string | null }[] = jsonIn(await byStaff(), '通知.json')
    expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['licence-approved', 'pay-arrived', 'payout-done']))
    const [taken] = jsonIn(await byStaff(), '接的活.json')
    expect(told.find(({ kind }) => kind === 'pay-arrived')?.job).toBe(taken.number)
    expect(told.every(({ job }) => job === null || job === taken.number)).toBe(true)
  })

  it('tells who may act for him and for whom he acts, masked, with the word that was given', async () => {
    const { client } = town.county
    const letHelp = async (elder: string, helper: string, called: string) => {
      const given = await client.letHelp({ body: { consent: true } }, as(`let-${called}`, elder))
      const code = given.ok ? given.value.code : ''
      await client.helpElder({ body: { code, called } }, as(`help-${called}`, helper))
    }
    await letHelp(LIVED.contact, PAID_BY.contact, '叔')
    await letHelp(PAID_BY.contact, LIVED.contact, '舅')
    const tie = { name: '司徒*焱', agreed: { how: 'chat' } }
    expect(jsonIn(await byStaff(), '家人代办.json')).toMatchObject({
      helpers: [{ ...tie, called: '叔' }],
      elders: [{ ...tie, called: '舅' }],
    })
  })

  it('tells which companies he speaks for', async () => {
    const doc = await town.county.people.byContact(LIVED.contact)
    const body = { person: doc?.id ?? '', name: '山门果业有限公司', creditCode: '91350428MA0000001R', picture: PICTURE.toString('base64') }
    const added = await askAsStaff(town, 'registerCompanyFor', { body })
    expect(added).toMatchObject({ ok: true })
    expect(jsonIn(await byStaff(), '企业.json')).toMatchObject([{ name: body.name, creditCode: body.creditCode, state: 'waiting' }])
  })

  it('tells who has looked at him, the taking of it included', async () => {
    await byStaff()
    const access = jsonIn(await byStaff(), '谁动过我的资料.json')
    expect(access.map(({ action, by }: { action: string; by: string }) => `${by} ${action}`)).toEqual(
      expect.arrayContaining(['staff review-licence', 'staff export-person', 'staff export-person']),
    )
  })

  it('is given at the counter by whoever works where he lives, to nobody else', async () => {
    const elsewhere = { ...HALL, login: 'elsewhere', scope: { kind: 'townships', townships: ['高唐镇'] } } as const
    expect(await askAsStaff(town, 'exportPerson', { body: card }, elsewhere)).toMatchObject({ ok: false, refusal: 'not-found' })
    expect(await askAsStaff(town, 'exportPerson', { body: { ...card, name: '廖大山' } })).toMatchObject({ refusal: 'not-found' })
  })
})

describe('the page of one’s own data', () => {
  async function served<T>(act: (url: string) => Promise<T>): Promise<T> {
    const server = createServer((request, response) => {
      if (!listenMounts(town.county.mounts, request, response)) response.writeHead(404).end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo // a server that listens on a port has one
    try {
      return await act(`http://127.0.0.1:${port}`)
    } finally {
      server.close()
      server.closeAllConnections()
    }
  }

  async function pathOf(): Promise<string> {
    const page = await town.county.client.openPage({ body: { page: 'own-data' } }, as('page-own'))
    if (!page.ok) throw new Error(page.refusal)
    return new URL(page.value.url).pathname
  }

  it('gives the archive to whoever has the address, at its button, for ten minutes', async () => {
    const path = await pathOf()
    await served(async (url) => {
      const shown = await fetch(`${url}${path}`)
      expect([shown.status, await shown.text()]).toEqual([200, expect.stringContaining('欧阳*淼的全部资料')])
      const post = { method: 'POST', headers: { origin: url } }
      const taken = await fetch(`${url}${path}`, post)
      expect([taken.status, taken.headers.get('content-type'), taken.headers.get('cache-control')]).toEqual([
        200,
        'application/zip',
        'no-store',
      ])
      expect(jsonIn(unzipSync(new Uint8Array(await taken.arrayBuffer())), '个人信息.json').name).toBe(LIVED.name)
      expect((await fetch(`${url}${path}`, { method: 'POST', headers: { origin: 'http://elsewhere' } })).status).toBe(403)
      town.clock.at = town.clock.at.add({ minutes: 10 })
      expect((await fetch(`${url}${path}`, post)).status).toBe(404)
    })
  })

  it('is no address for a contact that has just taken another’s place', async () => {
    const { name, idNumber, phone } = LIVED
    const other = 'wx1/somebody'
    await town.county.client.registerPerson({ body: { role: 'worker', name, idNumber, phone, consent: true } }, as('another', other))
    expect(await town.county.client.openPage({ body: { page: 'own-data' } }, as('p', other))).toMatchObject({ refusal: 'contact-too-new' })
  })
})
