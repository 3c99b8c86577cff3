import type { Incoming } from '@linggong/bot/channel/port.ts'
import { createScriptChannel, type Said } from '@linggong/bot/channel/script/script-channel.ts'
import { createReader } from '@linggong/bot/dialogue/reader.ts'
import { COUNTY, LEXICON } from '@linggong/seeds/reference/county.ts'
import { accept } from './core/result.ts'
import { createLog } from './log.ts'
import { MemoryQueue } from './queue/memory-queue.ts'
import { startBot } from './start-bot.ts'
import { startCounty } from './start-county.ts'
import { openSqlite } from './store/sqlite/open-sqlite.ts'
import { memoryKeyRing } from './vault/key-ring.ts'
import { createVault } from './vault/vault.ts'

export const SCRIPT_ACCOUNT = 'script'

/** Start codes of a replay: always the same row, so that a conversation can be told again. */
function sameCodes(): () => string {
  let code = 4821
  return () => {
    const given = String(code).padStart(4, '0')
    code = (code * 31 + 7) % 10_000
    return given
  }
}

/** A fresh county in memory that hears lines from a script, with a clock that moves only when told. */
export async function startChat({ startsAt, rooms }: { startsAt: Temporal.Instant; rooms: () => readonly string[] }) {
  let now = startsAt
  const clock = { now: () => now }
  const queue = new MemoryQueue()
  const store = openSqlite({ file: ':memory:' })
  const log = createLog({ level: 'silent' })
  const monotonicMs = () => now.epochMilliseconds
  const health = async () =>
    accept({ status: 'ok' as const, at: now.toString(), store: 'sqlite' as const, queue: 'memory' as const, demo: false })
  const vault = createVault(memoryKeyRing())
  const county = startCounty({
    store,
    queue,
    vault,
    clock,
    monotonicMs,
    log,
    settings: { ...COUNTY, demo: false },
    health,
    startCode: sameCodes(),
  })
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

  async function sweep(): Promise<void> {
    await county.sweep({ leaveSeconds: 0 })
    await county.settle()
  }

  /** Moves the clock and does on the way, each at its time, what falls due. It never goes back. */
  async function moveTo(at: Temporal.Instant): Promise<void> {
    for (let due = await county.nextDue(); due && Temporal.Instant.compare(due, at) <= 0; due = await county.nextDue()) {
      if (Temporal.Instant.compare(due, now) > 0) now = due
      await sweep()
    }
    if (Temporal.Instant.compare(at, now) > 0) now = at
    await sweep()
  }

  return {
    county,
    moveTo,
    now: () => now,
    async say(line: Omit<Incoming, 'account' | 'at' | 'mentioned' | 'kind'> & { at: Temporal.Instant }): Promise<readonly Said[]> {
      await hear({ ...line, account: SCRIPT_ACCOUNT })
      await county.settle()
      return takeSaid()
    },
    async stop(): Promise<void> {
      await county.stop()
      await store.close()
    },
  }
}
