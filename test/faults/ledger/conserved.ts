import { expect } from '@jest/globals'
import { asId } from '@linggong/api/core/id.ts'
import type { Job } from '@linggong/api/core/job/job.ts'
import { holdFor } from '@linggong/api/core/job/publish-job.ts'
import { jobAccount, workerAccount } from '@linggong/api/core/ledger/account.ts'
import { heldFigure } from '@linggong/api/core/ledger/figure.ts'
import { insurableTake } from '@linggong/api/core/policy/policy.ts'
import { quotePremium } from '@linggong/api/core/policy/premium.ts'
import type { Take } from '@linggong/api/core/take/take.ts'
import { CAI } from '@linggong/api/core/testing/builders.ts'
import { policies, policyId } from '@linggong/api/policy/policy.collection.ts'
import type { Store } from '@linggong/api/store/port.ts'
import { createLedger } from '@linggong/api/wallet/ledger.ts'
import { verifyLedger } from '@linggong/api/wallet/verify-ledger.ts'
import type { Posted } from './job-board.ts'
import type { ToldCounty } from './told-county.ts'

const ENDED = ['settled', 'cancelled', 'expired']
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)
const paidTakes = (job: Job) => job.takes.filter(({ state }) => state === 'paid')

/** What a job's escrow must hold by what has happened to the job. */
function openFen({ job, events }: Posted): number {
  const isOpen = events.some(({ type }) => type === 'jobPublished') && !ENDED.includes(job.state)
  const premiumFen = job.insuredAt === null ? 0 : premiumOf(job) * (job.terms.seats - job.takes.filter(isCovered).length)
  return isOpen ? holdFor(job.terms) - paidTakes(job).length * job.terms.payPerTakeFen + premiumFen : 0
}

const isCovered = ({ state, coveredFrom }: Take): boolean => coveredFrom !== null && state !== 'cancelled' && state !== 'missed'

function premiumOf(job: Job): number {
  const quote = quotePremium(job.terms)
  return quote.ok ? quote.value.perTakeFen : 0
}

async function expectBalances({ county, board }: ToldCounty, store: Store): Promise<void> {
  const ledger = createLedger({ store, county })
  const owed = new Map<string, number>()
  for (const posted of board.posted) {
    expect(await ledger.amountOf(jobAccount(posted.job.id))).toBe(openFen(posted))
    for (const { worker } of paidTakes(posted.job)) owed.set(worker, (owed.get(worker) ?? 0) + posted.job.terms.payPerTakeFen)
    expect(posted.job.takes.filter(({ state }) => state === 'confirmed')).toEqual([])
  }
  for (const [worker, amount] of owed) expect(await ledger.amountOf(workerAccount(asId(worker)))).toBe(amount)
  expect(await ledger.amountOf(heldFigure(CAI))).toBe(sum(board.posted.map(openFen)))
}

/** Each take that ever was has the policy that its job asks for; answers the premiums that stay with the insurer. */
async function expectPolicies({ county, board }: ToldCounty, store: Store): Promise<number> {
  const premiums: number[] = []
  for (const { job, events } of board.posted) {
    for (const event of events) {
      if (event.type !== 'jobTaken') continue
      const { take } = event.facts
      const policy = await store.get(policies, county, policyId(take))
      const isInsured = insurableTake(job, take) !== undefined
      expect([take, policy?.state === 'booked']).toEqual([take, isInsured])
      if (policy?.state === 'booked') premiums.push(policy.premiumFen)
    }
  }
  return sum(premiums)
}

/** Money was neither made nor lost, everybody has what is due, and the provider holds exactly what the book says. */
export async function expectConserved(told: ToldCounty, store: Store): Promise<void> {
  const report = await verifyLedger({ store, county: told.county })
  expect(report).toMatchObject({ trialBalanceFen: 0, faults: [] })
  await expectBalances(told, store)
  const premiums = await expectPolicies(told, store)
  expect(report.totalsFen['insurer'] ?? 0).toBe(premiums)
  const moved = (isBack: boolean) => sum([...told.payments].filter(([key]) => key.startsWith('back ') === isBack).map(([, fen]) => fen))
  expect(moved(false) + (report.totalsFen['provider'] ?? 0)).toBe(0)
  expect(moved(true) + (report.totalsFen['refunds'] ?? 0)).toBe(0)
}
