import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { SCRIPT_ACCOUNT, startChat } from '@linggong/api/start-chat.ts'
import { openMongo } from '@linggong/api/store/mongo/open-mongo.ts'
import type { Store } from '@linggong/api/store/port.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { MORNING } from '../kit/a-county.ts'
import { madeUpPeople } from '../kit/made-up-people.ts'
import { describeWhere, mongodbUrl } from '../setup/needs.ts'

const WORKERS = 1000
const SEATS = 5
const ROOM = 'market'

const cleanUps: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
})

/** A chat with a crowd of registered workers and one open job. */
async function aMarketDay(store: Store) {
  const chat = await startChat({ startsAt: MORNING, rooms: () => [ROOM], store })
  cleanUps.push(chat.stop)
  const ports = { editor: chat.county.editor, clock: chat.clock, people: chat.county.people, vault: chat.vault }
  await madeUpPeople(ports, { name: `${SCRIPT_ACCOUNT}/worker`, count: WORKERS, role: 'worker' })
  await madeUpPeople(ports, { name: `${SCRIPT_ACCOUNT}/boss`, count: 1, role: 'employer', firstBirthday: '1950-06-01' })
  const say = (from: string, text: string, about: { id: string; room?: string }) =>
    chat.hear({ from, name: from, text, at: chat.clock.now(), ...about })
  await say('boss-0', `发活 明天早上7点 搬办公桌 ${SEATS}个人 一天100 县政府对面`, { id: 'post' })
  await say('boss-0', '发', { id: 'publish' })
  const number =
    chat
      .takeSaid()
      .find(({ to }) => to === ROOM)
      ?.text.match(/\d{5}/)?.[0] ?? ''
  return { chat, say, number }
}

function races(openStore: () => Promise<Store>): void {
  it(`gives ${SEATS} seats to exactly ${SEATS} of ${WORKERS} workers who shout in the group at once`, async () => {
    const { chat, say, number } = await aMarketDay(await openStore())
    await Promise.all(
      Array.from({ length: WORKERS }, (_, index) => say(`worker-${index}`, `抢${number}`, { id: `grab-${index}`, room: ROOM })),
    )
    const said = chat.takeSaid()
    expect(said.filter(({ to, text }) => to !== ROOM && text.startsWith('抢到了'))).toHaveLength(SEATS)
    const others = said.filter(({ to, text }) => to.startsWith('worker-') && !text.startsWith('抢到了'))
    expect(others).toHaveLength(WORKERS - SEATS)
    expect(others.filter(({ text }) => !text.includes('人已满') && !text.includes('系统忙'))).toEqual([])
    const job = await chat.county.desk.byNumber(number)
    expect(job?.takes).toHaveLength(SEATS)
  }, 240_000)

  it('answers the same message once, however often the channel brings it', async () => {
    const { chat, say, number } = await aMarketDay(await openStore())
    const grab = () => say('worker-0', `抢${number}`, { id: 'twice', room: ROOM })
    await Promise.all([grab(), grab()])
    await grab()
    expect(chat.takeSaid().filter(({ to }) => to === 'worker-0')).toHaveLength(1)
    const job = await chat.county.desk.byNumber(number)
    expect(job?.takes).toHaveLength(1)
  }, 120_000)
}

describe('shouting on SQLite', () => {
  races(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'linggong-shout-'))
    cleanUps.push(() => rm(folder, { recursive: true }))
    return openSqlite({ file: path.join(folder, 'county.sqlite') })
  })
})

describeWhere('mongodb', 'shouting on MongoDB', () => {
  races(() => openMongo({ url: mongodbUrl ?? '', database: `shout_${crypto.randomUUID().replaceAll('-', '')}` }))
})
