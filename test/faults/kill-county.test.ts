import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, it } from '@jest/globals'
import { entryKey } from '@linggong/api/core/ledger/entry.ts'
import type { Store } from '@linggong/api/store/port.ts'
import type { Address } from '@linggong/api/store/suite/database.ts'
import { openStore } from '@linggong/api/store/testing/open-store.ts'
import { verifyLedger } from '@linggong/api/wallet/verify-ledger.ts'
import { aCounty, sameRing } from '../kit/a-county.ts'
import { describeWhere, mongodbUrl } from '../setup/needs.ts'

const KILLS = 12
const LIVE = path.join(import.meta.dirname, 'live-county.ts')

interface Acknowledged {
  readonly what: string
  readonly number: string
  readonly take: string | undefined
}

/** Lets a county live until it has said so many yeses, then kills it in the middle of whatever it is doing. */
async function liveAndDie(address: Address, round: number): Promise<readonly Acknowledged[]> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', LIVE, ...address, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const said: Acknowledged[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    const [what = '', number = '', take] = line.split(' ')
    if (what !== 'ready') said.push({ what, number, take })
    if (said.length >= 5 + round * 7) child.kill('SIGKILL')
  }
  const [, signal] = await exited
  expect(signal).toBe('SIGKILL')
  return said
}

const PROMISED = {
  taken: ['taken', 'started', 'finished', 'confirmed', 'paid'],
  finished: ['finished', 'confirmed', 'paid'],
  confirmed: ['paid'],
} as const

async function holdsItsWord(store: Store, said: readonly Acknowledged[]): Promise<void> {
  const town = await aCounty({ store, ring: sameRing() })
  await town.county.sweep({ leaveSeconds: 0 })
  await town.county.settle()
  for (const { what, number, take } of said) {
    const job = await town.county.desk.byNumber(number)
    const states: readonly string[] = what === 'published' ? [] : PROMISED[what as keyof typeof PROMISED]
    if (what === 'published') expect(job?.state).not.toBe('draft')
    else expect(states).toContain(job?.takes.find(({ id }) => id === take)?.state)
  }
  const { faults, trialBalanceFen } = await verifyLedger({ store, county: town.county.county })
  expect({ faults, trialBalanceFen }).toEqual({ faults: [], trialBalanceFen: 0 })
  const paid = new Set(said.filter(({ what }) => what === 'confirmed').map(({ take }) => take))
  for (const take of paid) {
    expect(await town.county.ledger.entryOf(entryKey('pay', take ?? ''))).toBeDefined()
  }
  await town.county.stop()
}

function survivesKills(address: () => Promise<Address>): void {
  it(`keeps every acknowledged take and pays nothing twice over ${KILLS} kills`, async () => {
    const where = await address()
    const said: Acknowledged[] = []
    for (let round = 0; round < KILLS; round += 1) said.push(...(await liveAndDie(where, round)))
    const store = await openStore(where)
    await holdsItsWord(store, said)
    await store.close()
    expect(said.filter(({ what }) => what === 'confirmed').length).toBeGreaterThan(KILLS)
  }, 180_000)
}

describe('a county on SQLite that is killed', () => {
  const folder = mkdtemp(path.join(tmpdir(), 'linggong-kill-'))
  afterAll(async () => rm(await folder, { recursive: true, force: true }))
  survivesKills(async () => ['sqlite', path.join(await folder, 'county.sqlite'), ''])
})

describeWhere('mongodb', 'a county on MongoDB that is killed', () => {
  survivesKills(async () => ['mongo', mongodbUrl ?? '', `kill_${crypto.randomUUID().replaceAll('-', '')}`])
})
