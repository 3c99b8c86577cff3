import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { createHttpClient } from '@linggong/api/contract/client.ts'
import { createServer } from '@linggong/api/http/create-server.ts'
import { createLog } from '@linggong/api/log.ts'
import { openMongo } from '@linggong/api/store/mongo/open-mongo.ts'
import type { Store } from '@linggong/api/store/port.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { memoryKeyRing } from '@linggong/api/vault/key-ring.ts'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import { aCounty } from '../kit/a-county.ts'
import { describeWhere, mongodbUrl } from '../setup/needs.ts'

const WORKERS = 1000
const SEATS = 5
const TOKENS = { bot: 'bot-token-of-the-test', statistics: 'statistics-token-of-the-test' }

const cleanUps: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
})

async function overHttp(store: Store) {
  const town = await aCounty({ store })
  const server = createServer({
    dispatcher: town.county.dispatcher,
    tokens: TOKENS,
    county: COUNTY.adcode,
    log: createLog({ level: 'silent' }),
  })
  const port = await server.listen(0, '127.0.0.1')
  cleanUps.push(town.stop, server.stop)
  return { town, client: createHttpClient({ baseUrl: `http://127.0.0.1:${port}`, token: TOKENS.bot, timeoutMs: 120_000 }) }
}

function races(openStore: () => Promise<Store>): void {
  it(`sells ${SEATS} seats to exactly ${SEATS} of ${WORKERS} workers over HTTP`, async () => {
    const { town, client } = await overHttp(await openStore())
    const workers = await town.people('worker', WORKERS, 'worker')
    const [employer = ''] = await town.people('employer', 1, 'employer', '1960-06-01')
    const number = await town.openJob(employer, { seats: SEATS })

    const answers = await Promise.all(workers.map((contact) => client.takeJob({ params: { number } }, { contact, key: 'grab' })))
    const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]))
    expect(new Set(refusals)).toEqual(new Set(['job-full']))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(SEATS)

    const seen = await client.seeJob({ params: { number } }, { contact: employer, key: '' })
    expect(seen.ok && seen.value).toMatchObject({ state: 'filled', seatsLeft: 0 })
    expect(seen.ok && seen.value.takes).toHaveLength(SEATS)
  }, 180_000)

  it('gives the same message one seat however often it comes, also at once', async () => {
    const { town, client } = await overHttp(await openStore())
    const [contact = ''] = await town.people('worker', 1, 'worker')
    const [employer = ''] = await town.people('employer', 1, 'employer', '1960-06-01')
    const number = await town.openJob(employer, { seats: SEATS })
    const grab = () => client.takeJob({ params: { number } }, { contact, key: 'the-same-message' })

    const answers = await Promise.all([grab(), grab(), grab()])
    expect([...answers, await grab()].map(({ ok }) => ok)).toEqual([true, true, true, true])
    const seen = await client.seeJob({ params: { number } }, { contact: employer, key: '' })
    expect(seen.ok && seen.value.takes).toHaveLength(1)
  })

  it('sells each seat once between two counties that share a database and no memory', async () => {
    const store = await openStore()
    const ring = memoryKeyRing()
    const [here, there] = [await aCounty({ store, ring }), await aCounty({ store, ring })]
    cleanUps.push(here.stop, () => there.county.stop())
    const workers = await here.people('worker', 100, 'worker')
    const [employer = ''] = await here.people('employer', 1, 'employer', '1960-06-01')
    const number = await here.openJob(employer, { seats: SEATS })

    const answers = await Promise.all(
      workers.map((contact, index) =>
        (index % 2 === 0 ? here : there).county.client.takeJob({ params: { number } }, { contact, key: 'grab' }),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(SEATS)
    const job = await here.county.desk.byNumber(number)
    expect(new Set(job?.takes.map(({ worker }) => worker)).size).toBe(SEATS)
  }, 120_000)
}

describe('grabbing on SQLite', () => {
  races(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'linggong-race-'))
    cleanUps.push(() => rm(folder, { recursive: true }))
    return openSqlite({ file: path.join(folder, 'county.sqlite') })
  })
})

describeWhere('mongodb', 'grabbing on MongoDB', () => {
  races(() => openMongo({ url: mongodbUrl ?? '', database: `race_${crypto.randomUUID().replaceAll('-', '')}` }))
})
