import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { afterAll, describe, expect, it } from '@jest/globals'
import { openPayDues } from '@linggong/api/core/job/dues.ts'
import type { Job } from '@linggong/api/core/job/job.ts'
import { workerAccount } from '@linggong/api/core/ledger/account.ts'
import { changeOn, entryKey } from '@linggong/api/core/ledger/entry.ts'
import { addFen, NO_FEN } from '@linggong/api/core/money.ts'
import { payouts } from '@linggong/api/payment/payout.collection.ts'
import type { Store } from '@linggong/api/store/port.ts'
import type { Address } from '@linggong/api/store/suite/database.ts'
import { openStore } from '@linggong/api/store/testing/open-store.ts'
import { verifyLedger } from '@linggong/api/wallet/verify-ledger.ts'
import { aCounty, sameRing } from '../kit/a-county.ts'
import { describeWhere, mongodbUrl } from '../setup/needs.ts'

const LIVE = path.join(import.meta.dirname, 'live-county.ts')
/** So many wait, loaded, for the one before them to be killed. */
const AHEAD = 3
/** A county says nine times yes about a job: it dies in the first, the second or the third, and a moment after its last word. */
const [LEAST_WORDS, SPREAD_WORDS, SPREAD_MS] = [4, 20, 40]

interface Acknowledged {
  readonly what: string
  readonly number: string
  readonly subject: string
  readonly amountFen: number
}

interface Loaded {
  readonly child: ChildProcessByStdio<Writable, Readable, null>
  readonly lines: Interface
}

function load(address: Address, round: number): Loaded {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', LIVE, ...address, String(round)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  return { child, lines: createInterface({ input: child.stdout }) }
}

/** Lets a county finish what the last one left and live a little, then kills it in the middle of whatever it is doing. */
async function liveAndDie({ child, lines }: Loaded): Promise<readonly Acknowledged[]> {
  const exited = once(child, 'exit')
  const said: Acknowledged[] = []
  let audited = ''
  const lastWord = LEAST_WORDS + Math.floor(Math.random() * SPREAD_WORDS)
  child.stdin.write('go\n')
  for await (const line of lines) {
    const [what = '', number = '', subject = '', amountFen = '0'] = line.split(' ')
    if (what === 'audited') audited = line
    else if (what !== 'loaded' && what !== 'ready') said.push({ what, number, subject, amountFen: Number(amountFen) })
    if (said.length === lastWord) setTimeout(() => child.kill('SIGKILL'), Math.random() * SPREAD_MS)
  }
  const [, signal] = await exited
  expect([signal, audited]).toEqual(['SIGKILL', 'audited 0 0'])
  return said
}

async function killOften(address: Address, kills: number): Promise<readonly Acknowledged[]> {
  const waiting: Loaded[] = []
  const said: Acknowledged[] = []
  for (let round = 0, loaded = 0; round < kills; round += 1) {
    for (; loaded < Math.min(kills, round + AHEAD); loaded += 1) waiting.push(load(address, loaded))
    const next = waiting.shift()
    if (next !== undefined) said.push(...(await liveAndDie(next)))
  }
  return said
}

const PROMISED: Readonly<Record<string, readonly string[]>> = {
  taken: ['taken', 'started', 'finished', 'confirmed', 'paid'],
  finished: ['finished', 'confirmed', 'paid'],
  /** What is more than was put aside may still be owed: the provider died too, and nobody has come to pay again. */
  confirmed: ['confirmed', 'paid'],
}

type Town = Awaited<ReturnType<typeof aCounty>>

/** What a worker got for a seat, by whatever entries, and what he is owed for it: all of it, once. */
async function gotAndOwedFen({ county: { ledger } }: Town, job: Job, take: string): Promise<number> {
  const seat = job.takes.find(({ id }) => id === take)
  if (seat === undefined) return 0
  const bills = new Set(job.dues.map(({ bill }) => bill))
  const keys = [entryKey('pay', take), ...[...bills].map((bill) => entryKey('due', `${job.id}:${bill}:${take}`))]
  const found = await Promise.all(keys.map((key) => ledger.entryOf(key)))
  const owedFen = addFen(NO_FEN, ...openPayDues(job, take).map(({ amountFen }) => amountFen))
  if (owedFen > 0 !== (seat.state === 'confirmed')) return 0
  return found.reduce((sum, entry) => sum + (entry === undefined ? 0 : changeOn(workerAccount(seat.worker), entry)), Number(owedFen))
}

async function keptItsWord(town: Town, store: Store, { what, number, subject, amountFen }: Acknowledged): Promise<boolean> {
  if (what === 'sent') return (await store.get(payouts, town.county.county, subject))?.amountFen === amountFen
  const job = await town.county.desk.byNumber(number)
  if (job === undefined || what === 'published') return job !== undefined && job.state !== 'draft'
  const state = job.takes.find(({ id }) => id === subject)?.state ?? 'gone'
  const isThere = PROMISED[what]?.includes(state) === true
  return isThere && (what !== 'confirmed' || (await gotAndOwedFen(town, job, subject)) === amountFen)
}

async function holdsItsWord(store: Store, said: readonly Acknowledged[]): Promise<void> {
  const town = await aCounty({ store, ring: sameRing() })
  for (let turn = 0; turn < 3; turn += 1) {
    await town.county.sweep({ leaveSeconds: 0 })
    await town.settle()
    town.clock.at = town.clock.at.add({ minutes: 10 })
  }
  await town.playMoney.stop()
  await town.county.stop()
  const broken: Acknowledged[] = []
  for (const each of said) if (!(await keptItsWord(town, store, each))) broken.push(each)
  expect(broken).toEqual([])
  expect(await verifyLedger({ store, county: town.county.county })).toMatchObject({ faults: [], trialBalanceFen: 0 })
}

function survivesKills(address: () => Promise<Address>, kills: number): void {
  it(`keeps every acknowledged take, pays once what it confirmed and loses no payout over ${kills} kills`, async () => {
    const where = await address()
    const said = await killOften(where, kills)
    const store = await openStore(where)
    await holdsItsWord(store, said)
    await store.close()
    expect(said.filter(({ what }) => what === 'confirmed').length).toBeGreaterThan(kills)
  }, 900_000)
}

describe('a county on SQLite that is killed while it settles', () => {
  const folder = mkdtemp(path.join(tmpdir(), 'linggong-kill-'))
  afterAll(async () => rm(await folder, { recursive: true, force: true }))
  survivesKills(async () => ['sqlite', path.join(await folder, 'county.sqlite'), ''], Number(process.env['KILLS'] ?? 200))
})

describeWhere('mongodb', 'a county on MongoDB that is killed while it settles', () => {
  survivesKills(async () => ['mongo', mongodbUrl ?? '', `kill_${crypto.randomUUID().replaceAll('-', '')}`], 20)
})
