import type { Incoming } from '@linggong/bot/channel/port.ts'
import { createScriptChannel } from '@linggong/bot/channel/script/script-channel.ts'
import { createReader } from '@linggong/bot/dialogue/reader.ts'
import { COUNTY, LEXICON } from '@linggong/seeds/reference/county.ts'
import { isBefore } from './core/clock.ts'
import type { Fen } from './core/money.ts'
import { accept } from './core/result.ts'
import { createLog, type Log } from './log.ts'
import { createSandboxCodeSender } from './person/sandbox/sandbox-code-sender.ts'
import { createSandboxVerifier } from './person/sandbox/sandbox-verifier.ts'
import { MemoryQueue } from './queue/memory-queue.ts'
import type { Queue } from './queue/port.ts'
import { startBot } from './start-bot.ts'
import { startCounty } from './start-county.ts'
import { openPlayMoney } from './start-play-money.ts'
import type { Store } from './store/port.ts'
import { openSqlite } from './store/sqlite/open-sqlite.ts'
import { type KeyRing, memoryKeyRing } from './vault/key-ring.ts'
import { createVault } from './vault/vault.ts'

export const SCRIPT_ACCOUNT = 'script'

/** Codes of a replay: always the same row, so that a conversation can be told again. */
function sameCodes(before = ''): () => string {
  let code = 4821
  return () => {
    const given = `${before}${String(code).padStart(4, '0')}`
    code = (code * 31 + 7) % 10_000
    return given
  }
}

export type Chat = Awaited<ReturnType<typeof startChat>>

export interface ChatSetting {
  readonly startsAt: Temporal.Instant
  /** The market groups. */
  readonly rooms: () => readonly string[]
  readonly store?: Store
  /** What people's data are sealed with; keys that end with the process unless given. */
  readonly ring?: KeyRing
  /** In the process unless given. */
  readonly queue?: Queue
  /** Nobody reads it unless given. */
  readonly log?: Log
  /** Whatever is asked for is paid the moment it is asked; true unless said. */
  readonly paysAtOnce?: boolean
  /** What a worker may have sent within a day before somebody of the hall looks at it. */
  readonly unlookedFen?: Fen
}

/** A fresh county that hears lines from a script, in memory unless told, with a clock that moves only when told. */
export async function startChat({
  startsAt,
  rooms,
  ring,
  store = openSqlite({ file: ':memory:' }),
  paysAtOnce = true,
  ...about
}: ChatSetting) {
  const { queue = new MemoryQueue(), log = createLog({ level: 'silent' }) } = about
  let now = startsAt
  const clock = { now: () => now }
  const monotonicMs = () => now.epochMilliseconds
  const health = async () =>
    accept({ status: 'ok' as const, at: now.toString(), store: 'sqlite' as const, queue: 'memory' as const, demo: false })
  const vault = createVault(ring ?? memoryKeyRing())
  const verifier = createSandboxVerifier()
  const playMoney = await openPlayMoney({ clock, atOnce: paysAtOnce })
  const county = startCounty({
    store,
    provider: playMoney.provider,
    payees: playMoney.payees,
    verifier,
    codeSender: createSandboxCodeSender(),
    publicUrl: () => 'http://localhost:3000',
    pageCode: sameCodes('P'),
    queue,
    vault,
    clock,
    monotonicMs,
    log,
    settings: { ...COUNTY, demo: false, unlookedFen: about.unlookedFen },
    health,
    startCode: sameCodes(),
    oneTimeCode: sameCodes('1000'),
    timersAtOnce: 1,
  })
  playMoney.hearBy(county.mounts)
  const { channel, hear, takeSaid } = createScriptChannel()
  const reader = createReader(LEXICON)
  const bot = startBot({
    county,
    client: county.client,
    channel,
    reader,
    known: COUNTY,
    queue,
    clock,
    monotonicMs,
    marketRooms: rooms,
    log,
  })
  await bot.start()

  /** What happened has had its effects, what was paid included, whose news come over the wire. */
  async function settle(): Promise<void> {
    do await county.settle()
    while (await playMoney.delivered())
  }

  async function sweep(): Promise<void> {
    await county.sweep({ leaveSeconds: 0 })
    await settle()
  }

  /** Moves the clock and does on the way, each at its time, what falls due. It never goes back. */
  async function moveTo(at: Temporal.Instant): Promise<void> {
    for (let due = await county.nextDue(); due && !isBefore(at, due); due = await laterThan(due)) {
      if (isBefore(now, due)) now = due
      await sweep()
    }
    if (isBefore(now, at)) now = at
    await sweep()
  }

  /** What is still due at the same moment after a sweep failed; it is tried again later, not for ever now. */
  async function laterThan(done: Temporal.Instant): Promise<Temporal.Instant | undefined> {
    const next = await county.nextDue()
    return next && isBefore(done, next) ? next : undefined
  }

  return {
    county,
    vault,
    clock,
    moveTo,
    /** Resolves when the line has had all its effects, told notices included. */
    async hear(line: Omit<Incoming, 'account' | 'mentioned' | 'kind'>): Promise<void> {
      await hear({ ...line, account: SCRIPT_ACCOUNT })
      await settle()
    },
    takeSaid,
    /** What the office says of people. */
    verifier,
    /** What people do with play money outside the chat. */
    playMoney,
    settle,
    async stop(): Promise<void> {
      await playMoney.stop()
      await county.stop()
      await store.close()
    },
  }
}
