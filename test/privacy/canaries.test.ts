import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { auditRows } from '@linggong/api/audit/audit-row.collection.ts'
import { createServer } from '@linggong/api/http/create-server.ts'
import { listeningLog, TOKENS } from '@linggong/api/http/testing/fake-county.ts'
import { bindPayee } from '@linggong/api/person/bind-payee.ts'
import { openBullQueue } from '@linggong/api/queue/bull-queue.ts'
import { MemoryQueue } from '@linggong/api/queue/memory-queue.ts'
import type { Queue } from '@linggong/api/queue/port.ts'
import { RedisServer } from '@linggong/api/queue/testing/redis-server.ts'
import { openStaffTask } from '@linggong/api/staff-task/open-staff-task.ts'
import { type Chat, SCRIPT_ACCOUNT, startChat } from '@linggong/api/start-chat.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import { MORNING } from '../kit/a-county.ts'
import { HALL, seatStaff, tokenOf } from '../kit/seat-staff.ts'
import { describeWhere } from '../setup/needs.ts'
import { CALLER, CANARIES, EMPLOYER, filesIn, leaksIn, TYPED, WORKER } from './kit/leaks.ts'
import { listenToRedis } from './kit/redis-ear.ts'

const GROUP = 'market'
const county = COUNTY.adcode

/** Everything that leaves a county which canaries live in, by where it goes. */
async function aCountyWithCanaries(queue: Queue) {
  const folder = mkdtempSync(path.join(tmpdir(), 'linggong-canaries-'))
  const { log, lines } = listeningLog()
  const queued: string[] = []
  const recorded: Queue = {
    process: (...asked) => queue.process(...asked),
    idle: () => queue.idle(),
    close: () => queue.close(),
    run(...asked) {
      queued.push(JSON.stringify(asked))
      return queue.run(...asked)
    },
  }
  const store = openSqlite({ file: path.join(folder, 'county.sqlite') })
  const chat = await startChat({ startsAt: MORNING, rooms: () => [GROUP], store, queue: recorded, log })
  const { dispatcher, findStaff, mounts } = chat.county
  const server = createServer({ dispatcher, findStaff, tokens: TOKENS, county, log, mounts })
  await seatStaff(chat.county.staff, HALL)
  const port = await server.listen(0, '127.0.0.1')
  return { chat, server, lines, queued, folder, store, ...aWire(port), ...aVoice(chat) }
}

function aWire(port: number) {
  const answers: string[] = []
  let calls = 0
  /** Calls the API over the wire and keeps the whole answer. */
  async function ask(token: string, route: string, { body, contact = '' }: { body?: unknown; contact?: string } = {}): Promise<number> {
    calls += 1
    const answer = await fetch(`http://127.0.0.1:${port}${route}`, {
      ...(body === undefined ? {} : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }),
      headers: {
        authorization: `Bearer ${token}`,
        'acting-contact': encodeURIComponent(contact),
        'idempotency-key': `k${calls}`,
        'content-type': 'application/json',
      },
    })
    answers.push(JSON.stringify([...answer.headers]) + (await answer.text()))
    return answer.status
  }
  return { answers, ask }
}

function aVoice(chat: Chat) {
  const said: string[] = []
  let count = 0
  async function say(from: string, text: string, room?: string): Promise<string> {
    count += 1
    const line = { from, name: CANARIES.find(({ contact }) => contact === from)?.name ?? from, text, id: `m${count}`, at: chat.clock.now() }
    await chat.hear(room === undefined ? line : { ...line, room })
    const answered = JSON.stringify(chat.takeSaid())
    said.push(answered)
    return answered
  }
  return { said, say }
}

type Town = Awaited<ReturnType<typeof aCountyWithCanaries>>

async function register({ say }: Town): Promise<void> {
  await say(WORKER.contact, `注册 ${WORKER.name} ${TYPED.wrong} ${WORKER.phone}`)
  await say(WORKER.contact, `注册 ${WORKER.name} ${WORKER.idNumber} ${WORKER.phone}`)
  await say(WORKER.contact, '1')
  await say(WORKER.contact, '同意')
  await say(EMPLOYER.contact, `注册 ${EMPLOYER.name} ${EMPLOYER.idNumber} ${EMPLOYER.phone}`)
  await say(EMPLOYER.contact, '2')
  await say(EMPLOYER.contact, '同意')
}

const personOf = (of: typeof CALLER) => ({ name: of.name, idNumber: of.idNumber, phone: of.phone })

/** What a caller may get wrong, with the canaries in every place that could be echoed. */
async function callTheApi({ ask }: Town): Promise<void> {
  const caller = { contact: `${SCRIPT_ACCOUNT}/${CALLER.contact}` }
  const whole = { role: 'worker', consent: true, ...personOf(CALLER) }
  const statuses = [
    await ask(TOKENS.bot, '/people', { ...caller, body: { ...whole, idNumber: TYPED.wrong } }),
    await ask(TOKENS.bot, '/people', { ...caller, body: { ...whole, phone: `${CALLER.phone}0` } }),
    await ask(TOKENS.bot, '/people', { ...caller, body: { ...whole, [CALLER.idNumber]: CALLER.name } }),
    await ask(TOKENS.bot, '/people', { ...caller, body: `{"name":"${CALLER.name}","idNumber":"${CALLER.idNumber}",` }),
    await ask(TOKENS.bot, '/people', { ...caller, body: whole }),
    await ask(TOKENS.bot, '/people', { contact: `${SCRIPT_ACCOUNT}/other`, body: { ...whole, phone: EMPLOYER.phone } }),
    await ask(TOKENS.bot, '/people/me', caller),
    await ask(TOKENS.bot, `/jobs/${CALLER.idNumber}`, caller),
    await ask(TOKENS.bot, `/jobs?trade=${encodeURIComponent(CALLER.name)}&after=${CALLER.phone}`, caller),
    await ask('wrong', `/people/${CALLER.phone}`, caller),
    await ask(tokenOf(HALL.login), `/staff/tasks/${CALLER.idNumber}/close`, { body: { note: '看过了' } }),
    await ask(tokenOf(HALL.login), '/staff/jobs/10008/settle', { body: { take: CALLER.phone, amountFen: 100 } }),
  ]
  expect(statuses).toEqual([422, 422, 400, 400, 201, 409, 200, 400, 400, 404, 404, 404])
}

/** A job from the post to the payout, with danger in the words of everybody. */
async function work({ say, chat, ask }: Town): Promise<void> {
  await say(WORKER.contact, `我的身份证 ${TYPED.inGroup}`, GROUP)
  await say(EMPLOYER.contact, `发活 明天早上7点 搬运 1个人 一天2100元 县政府对面 电话${EMPLOYER.phone}`)
  const posted = await say(EMPLOYER.contact, '发')
  const [number = ''] = /\d{5}/.exec(posted) ?? []
  await say(WORKER.contact, `抢${number}`, GROUP)
  await say(EMPLOYER.contact, `看${number} ${EMPLOYER.name} ${EMPLOYER.idNumber}`)
  await chat.moveTo(MORNING.add({ hours: 24 }))
  await say(WORKER.contact, '开工4821')
  await say(WORKER.contact, '收工')
  await say(EMPLOYER.contact, '确认完工')
  await say(EMPLOYER.contact, '确认')
  const worker = await chat.county.people.byContact(`${SCRIPT_ACCOUNT}/${WORKER.contact}`)
  if (worker === undefined) throw new Error('the worker is registered')
  const ports = { editor: chat.county.editor, clock: chat.clock, people: chat.county.people, vault: chat.vault }
  await bindPayee(ports, { person: worker.id, openid: TYPED.account, cause: 'canary' })
  const paid = await ask(TOKENS.bot, '/people/me/payouts', { contact: `${SCRIPT_ACCOUNT}/${WORKER.contact}`, body: { amountFen: 210_000 } })
  expect(paid).toBe(201)
  await chat.settle()
  await say(WORKER.contact, '钱包')
  await say(WORKER.contact, '我的信息')
}

async function look({ ask, chat }: Town): Promise<void> {
  const facts = { payout: 'P1', amountFen: 1, code: `${WORKER.name}的账户` } as never
  await openStaffTask(
    { editor: chat.county.editor, county, clock: chat.clock },
    { key: 'canary', kind: 'payout-stuck', subject: 'P1', facts },
  )
  await seatStaff(chat.county.staff, HALL)
  const looked = [
    await ask(tokenOf(HALL.login), '/staff/tasks'),
    await ask(tokenOf(HALL.login), '/staff/arrears'),
    await ask(tokenOf(HALL.login), '/staff/wage-ledger?from=2026-11-01&to=2026-11-30&format=csv'),
    await ask(tokenOf(HALL.login), '/staff/platform-report?year=2026&quarter=4&form=identity&format=csv'),
    await ask(tokenOf(HALL.login), '/staff/wage-ledger?from=2026-11-01&to=2026-11-30&format=csv&full=1'),
    await ask(TOKENS.statistics, '/stats/metrics'),
    await ask(TOKENS.statistics, '/stats/query?metric=registered_workers&from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z'),
    await ask(TOKENS.bot, '/openapi.json'),
  ]
  expect(looked.slice(0, 5)).toEqual([200, 200, 200, 200, 403])
}

function nothingLeaks(open: () => Promise<Queue>): void {
  let town: Town
  let rows: string
  beforeAll(async () => {
    town = await aCountyWithCanaries(await open())
    await register(town)
    await callTheApi(town)
    await work(town)
    await look(town)
    const { docs } = await town.store.find(auditRows, { index: 'line', county, limit: 1000 })
    rows = JSON.stringify(docs)
  })
  afterAll(async () => {
    await town.server.stop()
    await town.chat.stop()
    rmSync(town.folder, { recursive: true, force: true })
  })

  it('was looked for in what really happened', () => {
    expect(town.said.join('')).toContain(`${WORKER.phone.slice(0, 3)}****${WORKER.phone.slice(-4)}`)
    expect(town.answers.join('')).toContain(`${CALLER.phone.slice(0, 3)}****${CALLER.phone.slice(-4)}`)
    expect(town.answers.filter((answer) => answer.includes('problem+json')).length).toBeGreaterThan(8)
    expect(town.said.join('')).toContain(GROUP)
    expect(town.lines.length).toBeGreaterThan(10)
    expect(town.queued.length).toBeGreaterThan(10)
    expect(rows).toContain('"purpose":"payout"')
    expect(rows).toContain('"action":"export-file"')
  })

  it('stands in no log line', () => expect(leaksIn(town.lines.join('\n'))).toEqual([]))
  it('stands in no message, to a group or to anybody', () => expect(leaksIn(town.said.join('\n'))).toEqual([]))
  it('stands in no answer of the API, problems and files included', () => expect(leaksIn(town.answers.join('\n'))).toEqual([]))
  it('stands in nothing that is queued', () => expect(leaksIn(town.queued.join('\n'))).toEqual([]))
  it('stands in no row of the audit', () => expect(leaksIn(rows)).toEqual([]))
  it('stands in no byte of the database', () => {
    const files = filesIn(town.folder)
    expect(files.map(([name]) => name)).toEqual(expect.arrayContaining(['county.sqlite', 'county.sqlite-wal']))
    expect(files.flatMap(([name, bytes]) => leaksIn(bytes).map((leak) => `${name}: ${leak}`))).toEqual([])
  })
}

it.each(CANARIES.flatMap(({ name, idNumber, phone }) => [name, idNumber, phone]))('%s would be found in any form', (secret) => {
  const forms = [secret, encodeURIComponent(secret), Buffer.from(`x${secret}`, 'utf16le'), Buffer.from(secret).toString('base64')]
  expect(forms.map((form) => leaksIn(form))).toEqual(forms.map(() => [secret]))
})

describe('a canary, with the queue in the process,', () => nothingLeaks(async () => new MemoryQueue()))

describeWhere('redis-server', 'a canary, with the queue on Redis,', () => {
  let redis: RedisServer
  let ear: Awaited<ReturnType<typeof listenToRedis>>
  beforeAll(async () => {
    redis = await RedisServer.start()
    ear = await listenToRedis(redis.port)
  })
  afterAll(async () => {
    ear.stop()
    await redis.kill()
  })
  nothingLeaks(async () => openBullQueue({ redisUrl: redis.url, prefix: 'canaries' }))

  it('stands in no command that reached Redis', () => {
    const heard = ear.heard()
    expect(heard.includes('canaries')).toBe(true)
    expect(leaksIn(heard)).toEqual([])
  })
})
