import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import type { Mount } from './mounts.ts'
import { startFake } from './testing/fake-county.ts'
import { raw, statusOf } from './testing/raw.ts'

const UPGRADE = 'Host: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'

/** Takes `/room` and what is below it, breaks on `/room/broken`, and takes connections over at `/room/socket`. */
const room: Mount = {
  prefix: '/room',
  listener(asked, response) {
    if (asked.url === '/room/broken') throw new Error('broken')
    if (asked.url === '/room/nothing') return false
    response.end('in the room')
    return true
  },
  upgrade(asked, socket) {
    if (asked.url !== '/room/socket') return false
    socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
    return true
  },
}

describe('mounts', () => {
  let fake: Awaited<ReturnType<typeof startFake>>
  beforeAll(async () => {
    fake = await startFake({ mounts: [room] })
  })
  afterAll(() => fake.server.stop())

  it.each(['/room', '/room/', '/room/page', '/room?a=1'])('hands %s over, with the security headers set', async (path) => {
    const answer = await request(fake.url).get(path)
    expect(answer.text).toBe('in the room')
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  })

  it.each(['/roomy', '/ROOM', '/room/nothing'])('answers %s itself', async (path) => {
    expect((await request(fake.url).get(path)).status).toBe(404)
  })

  it('outlives a mount that breaks', async () => {
    expect((await request(fake.url).get('/room/broken')).status).toBe(500)
    expect((await request(fake.url).get('/room')).status).toBe(200)
  })

  it('refuses an upgrade that the mount does not want, and outlives a caller who resets it', async () => {
    expect(statusOf(await raw(fake.port, `GET /room/other HTTP/1.1\r\n${UPGRADE}`))).toBe(404)
    const caller = connect(fake.port, '127.0.0.1')
    await once(caller, 'connect')
    caller.write(`GET /room/other HTTP/1.1\r\n${UPGRADE}`, () => caller.resetAndDestroy())
    await once(caller, 'close')
    expect((await request(fake.url).get('/ping')).status).toBe(200)
  })

  it('hangs up on what was taken over when it stops', async () => {
    const stopping = await startFake({ mounts: [room] })
    const caller = connect(stopping.port, '127.0.0.1')
    caller.write(`GET /room/socket HTTP/1.1\r\n${UPGRADE}`)
    await once(caller, 'data')
    const hungUp = once(caller, 'close')
    await stopping.server.stop()
    await hungUp
  })
})
