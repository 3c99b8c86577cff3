import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createHttpClient } from '../contract/client.ts'
import type { Client, Handlers } from '../contract/handler.ts'
import type { Caller } from '../contract/route.ts'
import { ROUTES } from '../contract/routes.ts'
import { accept, refuse } from '../core/result.ts'
import { createServer } from './create-server.ts'
import { createDirectClient } from './direct-client.ts'
import { createDispatcher } from './dispatch.ts'
import { COUNTY, listeningLog, TOKENS } from './testing/fake-county.ts'

const { log } = listeningLog()
const heard: { caller: Caller; input: unknown }[] = []
const health = { status: 'ok', at: '2026-11-23T00:00:00Z', store: 'sqlite', queue: 'memory', demo: false } as const

const none = Object.fromEntries(Object.keys(ROUTES).map((id) => [id, async () => refuse('not-found')])) as unknown as Handlers
const handlers: Handlers = {
  ...none,
  health: async () => accept(health),
  listJobs: async ({ query, caller }) => {
    heard.push({ caller, input: query })
    return accept({ jobs: [], next: null })
  },
  takeJob: async ({ params, caller }) => {
    heard.push({ caller, input: params })
    return refuse('job-full', { seats: 5 })
  },
  seeMe: async () => {
    throw new Error('a mistake')
  },
  noticeSent: async ({ params, caller }) => {
    heard.push({ caller, input: params })
    return accept({ id: params.id })
  },
}

describe('clients', () => {
  const dispatcher = createDispatcher(handlers)
  const server = createServer({ dispatcher, tokens: TOKENS, county: COUNTY, log })
  const as = { contact: '模拟/廖大山', key: '消息-1' }
  let clients: Readonly<Record<'direct' | 'http', Client>>
  beforeAll(async () => {
    const port = await server.listen(0, '127.0.0.1')
    clients = {
      direct: createDirectClient({ dispatcher, county: COUNTY, log }),
      http: createHttpClient({ baseUrl: `http://127.0.0.1:${port}`, token: TOKENS.bot }),
    }
  })
  afterAll(() => server.stop())

  describe.each(['direct', 'http'] as const)('%s', (transport) => {
    it('brings an answer back', async () => {
      expect(await clients[transport].health({}, as)).toEqual(accept(health))
    })

    it('hands parameters, query and caller over', async () => {
      heard.length = 0
      await clients[transport].listJobs({ query: { township: '古镛镇', limit: 7 } }, as)
      await clients[transport].takeJob({ params: { number: '10008' } }, as)
      await clients[transport].noticeSent({ params: { id: 'N1/2' } }, as)
      expect(heard).toEqual([
        { caller: { role: 'contact', contact: as.contact, key: '', county: COUNTY }, input: { township: '古镛镇', limit: 7 } },
        { caller: { role: 'contact', contact: as.contact, key: '模拟/廖大山\n消息-1', county: COUNTY }, input: { number: '10008' } },
        { caller: { role: 'bot', contact: '', key: '\n消息-1', county: COUNTY }, input: { id: 'N1/2' } },
      ])
    })

    it('brings a refusal back with its facts', async () => {
      expect(await clients[transport].takeJob({ params: { number: '10008' } }, as)).toEqual(refuse('job-full', { seats: 5 }))
    })

    it('says which field is wrong', async () => {
      const refused = await clients[transport].takeJob({ params: { number: 'x' } }, as)
      expect(refused).toEqual(refuse('bad-request', { field: 'params.number' }))
    })

    it('says "try again" where the server made a mistake', async () => {
      expect(await clients[transport].seeMe({}, as)).toEqual(refuse('try-again'))
    })
  })

  const answering = (response: () => Response | Promise<Response>): Client =>
    createHttpClient({ baseUrl: 'http://nowhere.invalid', token: 't', fetch: async () => response() })

  it.each([
    ['nobody answers', () => Promise.reject(new TypeError('fetch failed')), 'try-again'],
    ['a proxy answers a page', () => new Response('<html>', { status: 502 }), 'try-again'],
    ['a proxy refuses with a page', () => new Response('{"error":1}', { status: 403 }), 'try-again'],
    ['the answer breaks off', () => new Response('{"sta', { status: 200 }), 'try-again'],
    [
      'a newer server refuses by an unknown code',
      () => Response.json({ type: '', title: '', status: 409, code: 'new', facts: {}, errors: [] }, { status: 409 }),
      'bad-request',
    ],
  ] as const)('over HTTP, when %s', async (_what, response, refusal) => {
    expect(await answering(response).health({}, as)).toEqual(refuse(refusal))
  })

  it('over HTTP, gives up on a server that is silent', async () => {
    const silent: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('timeout')))
      })
    const client = createHttpClient({ baseUrl: 'http://nowhere.invalid', token: 't', fetch: silent, timeoutMs: 5 })
    expect(await client.health({}, as)).toEqual(refuse('try-again'))
  })

  it('over HTTP, throws at an answer outside of the contract', async () => {
    await expect(answering(() => Response.json({ status: 'fine' })).health({}, as)).rejects.toThrow('fits the contract')
  })
})
