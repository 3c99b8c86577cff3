import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { LIMIT } from '@linggong/api/core/limit.ts'
import { aJpeg } from '@linggong/api/core/picture/testing/small-pictures.ts'
import { listenMounts } from '@linggong/api/http/mounts.ts'
import { aCounty } from '../kit/a-county.ts'

const LI = 'test/li-0'
const BASE = 'http://localhost:3000'

let town: Awaited<ReturnType<typeof aTown>>
beforeEach(async () => {
  town = await aTown()
})
afterEach(() => town.stop())

async function aTown() {
  const { county, clock, people, stop } = await aCounty()
  await people('li', 1, 'worker')
  const server = createServer((request, response) => {
    if (!listenMounts(county.mounts, request, response)) response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens
  const url = `http://127.0.0.1:${port}`
  let calls = 0

  async function address(cert?: string): Promise<string> {
    calls += 1
    const body = { page: 'upload' as const, ...(cert === undefined ? {} : { cert }) }
    const opened = await county.client.openPage({ body }, { contact: LI, key: `call-${calls}` })
    if (!opened.ok) throw new Error(opened.refusal)
    return opened.value.url.replace(BASE, url)
  }

  /** Where a page leads that was sent a picture. */
  async function send(to: string, picture: Uint8Array | undefined, { cert = '', origin = url } = {}): Promise<string> {
    const form = new FormData()
    form.set('cert', cert)
    if (picture !== undefined) form.set('picture', new File([new Uint8Array(picture)], 'a.jpg'))
    const answer = await fetch(to, { method: 'POST', headers: { origin }, body: form, redirect: 'manual' })
    return answer.headers.get('location')?.replace(/P?[\w-]{22}/, 'CODE') ?? String(answer.status)
  }

  async function mine(): Promise<readonly string[]> {
    const own = await county.client.myLicences({}, { contact: LI, key: '' })
    return own.ok ? own.value.licences.map(({ cert, state }) => `${cert} ${state}`) : [own.refusal]
  }

  async function end(): Promise<void> {
    server.close()
    server.closeAllConnections()
    await stop()
  }
  return { county, clock, address, send, mine, url, see: async (at: string) => (await fetch(at)).text(), stop: end }
}

describe('the page that takes a picture', () => {
  it('takes one of the paper it is for, once, and says so', async () => {
    const page = await town.address('焊工证')
    expect(await town.see(page)).toContain('上传焊工证')
    expect(await town.send(page, aJpeg())).toBe('/upload/end/sent')
    expect(await town.mine()).toEqual(['焊工证 waiting'])
    expect(await town.see(`${town.url}/upload/end/sent`)).toContain('收到了')
    expect(await town.send(page, aJpeg(2))).toBe('404')
    expect(await town.mine()).toEqual(['焊工证 waiting'])
  })

  it('asks of which paper it is, where nobody has said', async () => {
    const page = await town.address()
    expect(await town.see(page)).toContain('<option>健康证</option>')
    expect(await town.send(page, aJpeg())).toBe('/upload/CODE/again/licence-unknown')
    expect(await town.send(page, aJpeg(), { cert: '健康证' })).toBe('/upload/end/sent')
    expect(await town.mine()).toEqual(['健康证 waiting'])
  })

  it.each([
    ['none', undefined, 'picture-missing', '还没有选照片'],
    ['an empty one', new Uint8Array(), 'picture-missing', '还没有选照片'],
    ['no picture at all', Buffer.from('<svg onload=alert(1)>'), 'picture-unreadable', '这个打不开'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'picture-unreadable', '这个打不开'],
    ['too large a one', Buffer.concat([aJpeg(), Buffer.alloc(LIMIT.pictureBytes)]), 'picture-too-large', '照片太大'],
    ['one far too large', Buffer.alloc(LIMIT.pictureBytes * 2), 'picture-too-large', '照片太大'],
  ])('says what is wrong with %s, and may be used again', async (_what, picture, fault, words) => {
    const page = await town.address('焊工证')
    expect(await town.send(page, picture)).toBe(`/upload/CODE/again/${fault}`)
    expect(await town.see(`${page}/again/${fault}`)).toContain(words)
    expect(await town.mine()).toEqual([])
    expect(await town.send(page, aJpeg())).toBe('/upload/end/sent')
  })

  it('knows a picture that was sent before', async () => {
    await town.send(await town.address('焊工证'), aJpeg())
    expect(await town.send(await town.address('焊工证'), aJpeg())).toBe('/upload/end/known')
    expect(await town.mine()).toEqual(['焊工证 waiting'])
  })

  it('sends one picture, however often its button is pressed at once', async () => {
    const page = await town.address('焊工证')
    await Promise.all([1, 1, 1].map(() => town.send(page, aJpeg())))
    expect(await town.mine()).toEqual(['焊工证 waiting'])
  })

  it('is gone after half an hour, and takes nothing from another site', async () => {
    const page = await town.address('焊工证')
    expect(await town.send(page, aJpeg(), { origin: 'https://elsewhere.test' })).toBe('403')
    town.clock.at = town.clock.at.add({ minutes: 30 })
    expect(await town.see(page)).toContain('链接过期了')
    expect(await town.send(page, aJpeg())).toBe('404')
    expect(await town.mine()).toEqual([])
  })

  it.each(['/upload', '/upload/', '/upload/nobody', '/upload/../secret', '/upload/a/again/x'])('has nothing at %s', async (path) => {
    expect((await fetch(`${town.url}${path}`)).status).toBe(404)
  })

  it('is asked for only with a paper that the county knows', async () => {
    const asked = { body: { page: 'upload' as const, cert: '毕业证' } }
    expect(await town.county.client.openPage(asked, { contact: LI, key: 'k' })).toMatchObject({ ok: false, refusal: 'licence-unknown' })
  })
})
