import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { personRegistered } from '@linggong/api/core/statistics/testing/events.ts'
import { liveApi } from './kit/live-api.ts'

let api: Awaited<ReturnType<typeof liveApi>>
beforeAll(async () => {
  api = await liveApi()
}, 60_000)
afterAll(() => api.stop())

const PATH = '/stats/query?metric=workers_total&from=2026-11-01&to=2026-12-01&bucket=month'
const ask = (known?: string) =>
  fetch(`http://127.0.0.1:${api.port}${PATH}`, {
    headers: { authorization: 'Bearer statistics-token-of-the-test', ...(known === undefined ? {} : { 'if-none-match': known }) },
  })

it('who has the figures already is only told that they are the same, until one changes', async () => {
  const first = await ask()
  const tag = first.headers.get('etag') ?? ''
  expect([first.status, tag.slice(0, 3), first.headers.get('cache-control')]).toEqual([200, 'W/"', 'private, no-cache'])
  const again = await ask(`"other", ${tag}`)
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
  await api.town.county.fold([personRegistered({ of: 'late', at: '2026-11-02T10:00:00+08:00', county: api.town.county.county })])
  const changed = await ask(tag)
  expect([changed.status, (await changed.text()).includes('"value":1')]).toEqual([200, true])
})
