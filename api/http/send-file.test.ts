import { once } from 'node:events'
import { get } from 'node:http'
import { describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { FILE_TYPES } from '../contract/file-answer.ts'
import { accept } from '../core/result.ts'
import { asBot, CANARY, fakeDispatcher, pieces, startFake } from './testing/fake-county.ts'

type Served = Parameters<typeof fakeDispatcher>[0]
const serving = (over: Served = {}) => startFake({ dispatcher: fakeDispatcher(over) })
const endless = (onEnd: () => void) => async () => accept({ name: '台账.xlsx', format: 'xlsx' as const, bytes: pieces(1e9, onEnd) })

describe('an answer that is a file', () => {
  it('comes in bytes, under its Chinese name, and nobody keeps a copy', async () => {
    const { server, url } = await serving()
    const answer = await request(url).get('/file').set(asBot)
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': FILE_TYPES.csv,
      'content-disposition': `attachment; filename="file.csv"; filename*=UTF-8''${encodeURIComponent('台账.csv')}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(answer.text.split('\r\n').map((line) => line.trim())).toEqual(['0', '1', '2', ''])
    await server.stop()
  })

  it('is only described to who asks with HEAD', async () => {
    const { server, url } = await serving()
    const answer = await request(url).head('/file').set(asBot)
    expect([answer.status, answer.headers['content-type'], answer.text]).toEqual([200, FILE_TYPES.csv, undefined])
    await server.stop()
  })

  it('is no longer made once nobody reads it', async () => {
    const ended = Promise.withResolvers<void>()
    const { server, url, lines } = await serving({ file: endless(ended.resolve) })
    const asked = get(`${url}/file`, { headers: asBot })
    const [response] = await once(asked, 'response')
    await once(response, 'data')
    response.destroy()
    await ended.promise
    await server.stop()
    expect(lines.filter((line) => line.includes('broken off'))).toEqual([])
  })

  it('is cut off where the making fails, so that half a file never looks whole', async () => {
    async function* failing() {
      yield Buffer.from('half')
      throw new Error(`a mistake about ${CANARY}`)
    }
    const { server, url, lines } = await serving({ file: async () => accept({ name: 'a.csv', format: 'csv', bytes: failing() }) })
    await expect(request(url).get('/file').set(asBot)).rejects.toThrow()
    expect(lines.at(-1)).toContain('broken off')
    expect(lines.join('')).not.toContain(CANARY)
    await server.stop()
  })

  it('is refused like any other answer to who has no right to it', async () => {
    const { server, url } = await serving()
    expect((await request(url).get('/file')).status).toBe(401)
    await server.stop()
  })
})
