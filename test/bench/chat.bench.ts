import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startBot } from '@linggong/api/start-bot.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { createSimulator } from '@linggong/bot/channel/simulator/simulator.ts'
import { createWechatyChannel } from '@linggong/bot/channel/wechaty/wechaty-channel.ts'
import { createReader } from '@linggong/bot/dialogue/reader.ts'
import { COUNTY, LEXICON } from '@linggong/seeds/reference/county.ts'
import { aCounty } from '../kit/a-county.ts'
import { madeUpPeople } from '../kit/made-up-people.ts'
import { type Figure, median, percentile } from './figure.ts'

const PEOPLE = 200
const IN_FLIGHT = 50
const LINES = 2000
const REPEATS = 3
const ACCOUNT = 'bench'

/** What a market day is made of: looking, one's orders, the wallet, help; each answered out of the database. */
const COMMANDS = ['找活', '我的单', '钱包', '看10008', '帮助'] as const

/** One line said and its answer seen, `IN_FLIGHT` people at once, each waiting for his answer before the next line. */
async function talk(say: (person: number, text: string) => Promise<void>): Promise<{ perSecond: number; latencies: readonly number[] }> {
  const latencies: number[] = []
  let next = 0
  const begun = performance.now()
  /** Each lane lets several people speak in turn: nobody types faster than the bot believes a person can. */
  const lane = async (first: number): Promise<void> => {
    for (let turn = 0; next < LINES; turn += 1) {
      const person = (first + turn * IN_FLIGHT) % PEOPLE
      const line = next
      next += 1
      const saidAt = performance.now()
      await say(person, COMMANDS[line % COMMANDS.length] ?? '')
      latencies.push(performance.now() - saidAt)
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, (_, first) => lane(first)))
  return { perSecond: (LINES * 1000) / (performance.now() - begun), latencies }
}

const people = Array.from({ length: PEOPLE }, (_, index) => ({ id: `worker-${index}`, name: `工友${index}` }))
const clock = { now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()) }
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Waits for the bot's next line to a person, by asking the simulator's own log. */
function answersOf(simulator: ReturnType<typeof createSimulator>) {
  let seen = 0
  const waiting = new Map<string, () => void>()
  const timer = setInterval(() => {
    for (const line of simulator.messages(seen)) {
      seen = Math.max(seen, line.seq)
      if (!line.fromBot || line.to === undefined) continue
      waiting.get(line.to)?.()
      waiting.delete(line.to)
    }
  }, 1)
  return {
    next: (person: string) => new Promise<void>((resolve) => waiting.set(person, resolve)),
    stop: () => clearInterval(timer),
  }
}

async function measured(withBot: boolean, file: string) {
  const simulator = createSimulator({ clock, people, rooms: [] })
  const channel = createWechatyChannel({ puppet: simulator.puppet, account: ACCOUNT, clock, log: quiet })
  const answers = answersOf(simulator)
  const say = async (person: number, text: string): Promise<void> => {
    const answered = answers.next(`worker-${person}`)
    await simulator.say({ from: `worker-${person}`, text })
    await answered
  }
  const town = await aCounty({ store: openSqlite({ file }), now: clock.now(), silent: !withBot })
  if (withBot) {
    const { county, queue } = town
    await madeUpPeople(town.ports, { name: `${ACCOUNT}/worker`, count: PEOPLE, role: 'worker' })
    const [boss = ''] = await town.people('boss', 1, 'employer', '1950-06-01')
    for (let index = 0; index < 8; index += 1) await town.openJob(boss, { seats: 3 })
    const reader = createReader(LEXICON)
    const setting = { county, client: county.client, channel, reader, known: COUNTY, queue, clock, log: town.log }
    await startBot({ ...setting, monotonicMs: () => performance.now(), marketRooms: () => [] }).start()
  } else {
    await channel.start(async ({ from, text }) => void (await channel.send({ to: { contact: from }, text })))
  }
  const result = await talk(say)
  answers.stop()
  await channel.stop()
  simulator.stop()
  await town.stop()
  return result
}

export async function run(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'linggong-chat-bench-'))
  const alone = []
  const whole = []
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    alone.push(await measured(false, path.join(folder, `alone-${repeat}.sqlite`)))
    whole.push(await measured(true, path.join(folder, `whole-${repeat}.sqlite`)))
  }
  await rm(folder, { recursive: true })
  const speed = (runs: readonly { perSecond: number }[]) => Math.round(median(runs.map(({ perSecond }) => perSecond)))
  const p99 = median(whole.map(({ latencies }) => percentile(latencies, 0.99)))
  return [
    { name: `wechaty with the simulator alone, an echo, ${IN_FLIGHT} in flight`, figure: `${speed(alone)} lines/s` },
    { name: `bot + API + SQLite, ${IN_FLIGHT} in flight`, figure: `${speed(whole)} commands/s, p99 ${p99.toFixed(0)} ms` },
  ]
}
