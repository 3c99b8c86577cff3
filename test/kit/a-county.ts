import type { Fen } from '@linggong/api/core/money.ts'
import { accept } from '@linggong/api/core/result.ts'
import type { TaxSettings } from '@linggong/api/core/tax/withhold.ts'
import { createLog, type Log } from '@linggong/api/log.ts'
import { SEND_NOTICE } from '@linggong/api/notice/hand-notice.ts'
import { createSandboxVerifier } from '@linggong/api/person/sandbox/sandbox-verifier.ts'
import { MemoryQueue } from '@linggong/api/queue/memory-queue.ts'
import { startCounty } from '@linggong/api/start-county.ts'
import { openPlayMoney } from '@linggong/api/start-play-money.ts'
import type { Store } from '@linggong/api/store/port.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { type KeyRing, memoryKeyRing } from '@linggong/api/vault/key-ring.ts'
import { createVault } from '@linggong/api/vault/vault.ts'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import { madeUpPeople } from './made-up-people.ts'

/** Monday morning in the county, half an hour before work begins anywhere. */
export const MORNING = Temporal.Instant.from('2026-11-23T07:30:00+08:00')

export interface Started {
  readonly store?: Store
  readonly ring?: KeyRing
  readonly now?: Temporal.Instant
  /** False where a bot of the test's own tells the notices. */
  readonly silent?: boolean
  readonly log?: Log
  /** Whether the county's pages have a button that pays. */
  readonly payInPlay?: boolean
  readonly tax?: TaxSettings
  /** What a worker may have sent within a day before somebody of the hall looks. */
  readonly unlookedFen?: Fen
}

/** Keys that every process of a test has alike. */
export const sameRing = (): KeyRing => memoryKeyRing({ bytes: (count) => new Uint8Array(count).fill(7) })

/** A whole county as main puts it together, without chat and without HTTP, where whatever is asked for is paid at once, over a store and with a clock of the test's own. */
export async function aCounty({ store = openSqlite({ file: ':memory:' }), ring = memoryKeyRing(), ...about }: Started = {}) {
  const { now = MORNING, silent = true, log = createLog({ level: 'silent' }), tax } = about
  const clock = { at: now, now: () => clock.at }
  const queue = new MemoryQueue()
  const vault = createVault(ring)
  const health = async () =>
    accept({ status: 'ok' as const, at: clock.at.toString(), store: 'sqlite' as const, queue: 'memory' as const, demo: false })
  const monotonicMs = () => performance.now()
  const verifier = createSandboxVerifier()
  const playMoney = await openPlayMoney({ clock, atOnce: true })
  const county = startCounty({
    provider: playMoney.provider,
    payees: playMoney.payees,
    verifier,
    publicUrl: () => 'http://localhost:3000',
    ...(about.payInPlay ? { payInPlay: async (number: string) => void playMoney.sandbox.pay(number) } : {}),
    store,
    queue,
    vault,
    clock,
    monotonicMs,
    log,
    settings: { ...COUNTY, demo: false, unlookedFen: about.unlookedFen, ...(tax === undefined ? {} : { tax }) },
    health,
    startCode: () => '4821',
    passwordCost: { memoryKib: 8, passes: 1, lanes: 1 },
  })
  playMoney.hearBy(county.mounts)

  /** Everything that has happened has had its effects, payments included. */
  async function settle(): Promise<void> {
    do await county.settle()
    while (await playMoney.delivered())
  }
  /** Where nobody speaks, what would be told is handed over and done with. */
  if (silent) queue.process(SEND_NOTICE, async () => undefined)
  const ports = { editor: county.editor, clock, people: county.people, vault }

  /** Registers made-up people; gives their contacts, `test/NAME-0` … */
  const people = (name: string, count: number, role: 'worker' | 'employer', firstBirthday = '1970-01-01'): Promise<readonly string[]> =>
    madeUpPeople(ports, { name: `test/${name}`, count, role, firstBirthday })

  /** Posts and publishes a job; gives its number. */
  async function openJob(employer: string, about: { seats?: number; startsAt?: Temporal.Instant; key?: string } = {}): Promise<string> {
    posted += 1
    const { seats = 5, startsAt = clock.at.add({ hours: 2 }), key = String(posted) } = about
    const body = {
      trade: '搬运',
      content: '搬办公桌',
      seats,
      pay: { amountFen: 10_000, unit: 'job' as const },
      startsAt: startsAt.toString(),
      place: '县政府对面',
    }
    const job = await county.client.postJob({ body }, { contact: employer, key: `post-${key}` })
    if (!job.ok) throw new Error(`posting was refused: ${job.refusal}`)
    const open = await county.client.publishJob({ params: { number: job.value.number } }, { contact: employer, key: `publish-${key}` })
    if (!open.ok) throw new Error(`publishing was refused: ${open.refusal}`)
    await settle()
    if (open.value.state === 'unpaid' && (await stateOf(job.value.number)) === 'unpaid') await payAgain(employer, job.value.number, key)
    return job.value.number
  }
  let posted = 0

  const stateOf = async (number: string) => (await county.desk.byNumber(number))?.state

  /** The provider that a killed process had paid at has forgotten it. */
  async function payAgain(employer: string, number: string, key: string): Promise<void> {
    await county.client.payJob({ params: { number } }, { contact: employer, key: `pay-${key}` })
    await settle()
  }

  return {
    county,
    playMoney,
    verifier,
    settle,
    queue,
    log,
    ports,
    clock,
    people,
    openJob,
    async stop(): Promise<void> {
      await playMoney.stop()
      await county.stop()
      await store.close()
    },
  }
}
