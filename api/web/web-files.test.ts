import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startFake } from '../http/testing/fake-county.ts'
import { raw, statusOf } from '../http/testing/raw.ts'
import { createLog } from '../log.ts'
import { createWebFiles } from './web-files.routes.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'linggong-web-'))
const styles = path.join(folder, 'styles')
const scripts = path.join(folder, 'scripts')
let built: PromiseWithResolvers<string>
let fake: Awaited<ReturnType<typeof startFake>>

beforeAll(async () => {
  mkdirSync(path.join(scripts, 'chunks'), { recursive: true })
  mkdirSync(styles)
  writeFileSync(path.join(styles, 'base.css'), 'body{}')
  writeFileSync(path.join(scripts, 'page.js'), 'run()')
  writeFileSync(path.join(scripts, 'page.js.gz'), gzipSync('run()'))
  writeFileSync(path.join(scripts, 'chunks/part-a1.js'), 'part()')
  writeFileSync(path.join(folder, 'secret.css'), 'secret')
  writeFileSync(path.join(scripts, 'made-of.json'), '{}')
  built = Promise.withResolvers()
  fake = await startFake({ mounts: [createWebFiles({ styles, scripts: () => built.promise, log: createLog({ level: 'silent' }) })] })
})
afterAll(async () => {
  await fake.server.stop()
  rmSync(folder, { recursive: true })
})

const get = (name: string, headers: Readonly<Record<string, string>> = {}) => fetch(`${fake.url}/web/${name}`, { headers })

describe('the files of the pages', () => {
  it('gives a style at once, and a script when it is there', async () => {
    expect(await (await get('base.css')).text()).toBe('body{}')
    const script = get('page.js')
    built.resolve(scripts)
    const answer = await script
    expect([answer.headers.get('content-type'), await answer.text()]).toEqual(['text/javascript; charset=utf-8', 'run()'])
  })

  it('travels compressed where the browser can read that', async () => {
    const answer = await get('page.js', { 'accept-encoding': 'gzip' })
    expect([answer.headers.get('content-encoding'), await answer.text()]).toEqual(['gzip', 'run()'])
    const plain = await raw(fake.port, 'GET /web/page.js HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    expect([statusOf(plain), plain.includes('content-encoding'), plain.endsWith('run()')]).toEqual([200, false, true])
    expect(gunzipSync(gzipSync('run()')).toString()).toBe('run()')
  })

  it('is asked for anew unless its name says what is in it', async () => {
    const page = await get('page.js')
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect((await get('page.js', { 'if-none-match': page.headers.get('etag') ?? '' })).status).toBe(304)
    expect((await get('chunks/part-a1.js')).headers.get('cache-control')).toContain('immutable')
  })

  it.each([
    '',
    'none.js',
    'made-of.json',
    'page.js.gz',
    'secret.css',
    '..%2fsecret.css',
    'chunks/..%2f..%2fsecret.css',
    'chunks/',
    '%00.js',
  ])('has no %j', async (name) => {
    expect((await get(name)).status).toBe(404)
  })

  it('leads out of its folder by no path', async () => {
    const out = await raw(fake.port, 'GET /web/../secret.css HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    expect([statusOf(out), out.includes('secret')]).toEqual([404, false])
  })

  it('is only read', async () => {
    expect((await fetch(`${fake.url}/web/page.js`, { method: 'POST' })).status).toBe(405)
  })

  it('that cannot be built is told by a status, and asked for again later', async () => {
    const broken = await startFake({
      mounts: [createWebFiles({ styles, scripts: () => Promise.reject(new Error('no')), log: createLog({ level: 'silent' }) })],
    })
    expect((await fetch(`${broken.url}/web/page.js`)).status).toBe(503)
    await broken.server.stop()
  })
})
