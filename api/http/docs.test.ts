import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { startFake } from './testing/fake-county.ts'

describe('docs', () => {
  let fake: Awaited<ReturnType<typeof startFake>>
  beforeAll(async () => {
    fake = await startFake()
  })
  afterAll(() => fake.server.stop())

  it('serves the description to anybody', async () => {
    const answer = await request(fake.url).get('/openapi.json')
    expect(answer.status).toBe(200)
    expect(answer.type).toBe('application/json')
    expect(answer.body).toMatchObject({ openapi: '3.1.0', info: { title: '零工市场接口文档' } })
  })

  it('serves a page in Chinese that needs nothing from elsewhere and no inline script', async () => {
    const page = await request(fake.url).get('/docs')
    expect(page.type).toBe('text/html')
    expect(page.text).toContain('<title>零工市场接口文档</title>')
    const asked = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(asked.length).toBeGreaterThan(2)
    for (const path of asked) {
      expect(path).toMatch(/^\/docs\//)
      expect((await request(fake.url).get(path)).status).toBe(200)
    }
    expect(page.text).not.toMatch(/<script>|<style>| on[a-z]+=/)
  })
})
