import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { listeningLog, startFake } from '../http/testing/fake-county.ts'
import { createConsolePage } from './console-page.routes.ts'

let fake: Awaited<ReturnType<typeof startFake>>
beforeAll(async () => {
  const places = { name: '将乐县', townships: ['古镛镇', '</script>'] }
  fake = await startFake({ mounts: [createConsolePage({ places, log: listeningLog().log })] })
})
afterAll(() => fake.server.stop())

describe('the page of the console', () => {
  it('is kept by nobody, framed by nobody, and runs nothing but its own script', async () => {
    const answer = await fetch(`${fake.url}/console`)
    const page = await answer.text()
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('x-frame-options')]).toEqual([200, 'no-store', 'DENY'])
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(answer.headers.get('content-security-policy')).not.toMatch(/unsafe|https?:/)
    expect(page).not.toMatch(/<script(?! type="(module" src="\/web\/console\.js"|application\/json" id="given")>)/)
    expect(page).not.toMatch(/ style="|onclick|https?:\/\/(?!www\.w3\.org)/)
  })

  it.each([
    ['GET', '/console/licences', 404],
    ['GET', '/console/', 200],
    ['POST', '/console', 403],
    ['DELETE', '/console', 405],
  ])('answers %s %s with %i', async (method, path, status) => {
    expect((await fetch(`${fake.url}${path}`, { method })).status).toBe(status)
  })
})
