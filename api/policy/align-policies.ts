import { assert } from '../core/assert.ts'
import type { Job } from '../core/job/job.ts'
import type { Entry } from '../core/ledger/entry.ts'
import { premiumForTake, returnPremium } from '../core/ledger/movement.ts'
import { insurableTake, type Policy, policyFor, voidPolicy } from '../core/policy/policy.ts'
import { accept } from '../core/result.ts'
import type { Editor } from '../store/editor.ts'
import { type Store, StoreUnavailable } from '../store/port.ts'
import { type PolicyDoc, policies, policyId } from './policy.collection.ts'

const PAGE_POLICIES = 100

export interface AlignPoliciesPorts {
  readonly store: Pick<Store, 'insert' | 'get' | 'find'>
  readonly editor: Pick<Editor, 'edit'>
  readonly county: string
  readonly jobByNumber: (number: string) => Promise<Job | undefined>
  /** Moves the premium, once, however often it is said. */
  readonly moveMoney: (entry: Entry) => Promise<void>
}

interface Asked {
  readonly jobNumber: string
  readonly takes: readonly string[]
  readonly now: Temporal.Instant
}

/**
 * Brings the policies of some takes in line with the job as it is: one that ought to be insured gets its policy and its premium paid, of
 * one that was given up the policy is void and the premium returned. What was given up comes first: the seat's next worker is insured with
 * its premium. Looks at the job again after booking, so that a take given up meanwhile, whose own event may have been handled elsewhere
 * already, is not left insured.
 */
export async function alignPolicies(ports: AlignPoliciesPorts, { jobNumber, takes, now }: Asked): Promise<void> {
  const giveUpGone = async (job: Job): Promise<void> => {
    for (const take of takes) if (insurableTake(job, take) === undefined) await giveUp(ports, take, now)
  }
  const job = await jobThatIs(ports, jobNumber)
  await giveUpGone(job)
  for (const take of takes) await book(ports, job, take)
  await giveUpGone(await jobThatIs(ports, jobNumber))
}

async function jobThatIs({ jobByNumber }: AlignPoliciesPorts, number: string): Promise<Job> {
  const job = await jobByNumber(number)
  assert(job !== undefined, 'a job to which something happened is there')
  return job
}

/** Every take of a job that is insured or has been. */
export async function takesWithCover(ports: AlignPoliciesPorts, jobNumber: string): Promise<readonly string[]> {
  const { store, county } = ports
  const job = await jobThatIs(ports, jobNumber)
  const takes = new Set<string>(job.takes.filter(({ id }) => insurableTake(job, id) !== undefined).map(({ id }) => id))
  for (let after: string | undefined; ; ) {
    const query = { index: 'job', county, equals: { job: job.id }, limit: PAGE_POLICIES }
    const page = await store.find(policies, after === undefined ? query : { ...query, after })
    for (const { take } of page.docs) takes.add(take)
    after = page.next
    if (after === undefined) return [...takes]
  }
}

async function book({ store, moveMoney }: AlignPoliciesPorts, job: Job, id: string): Promise<void> {
  const take = insurableTake(job, id)
  if (take === undefined) return
  const policy = policyFor(job, take, policyId(id))
  await store.insert(policies, { ...policy, version: 1 })
  await moveMoney(premiumOf(policy))
}

/** Also finishes a booking that a crash interrupted: the premium comes in before it goes back. */
async function giveUp({ store, editor, county, moveMoney }: AlignPoliciesPorts, take: string, now: Temporal.Instant): Promise<void> {
  const id = policyId(take)
  const booked = await store.get(policies, county, id)
  if (booked === undefined) return
  await moveMoney(premiumOf(booked))
  const edited = await editor.edit(policies, { county, id }, (policy: PolicyDoc) => accept(voidPolicy(policy, now)))
  if (!edited.ok) throw new StoreUnavailable('many change the same policy at once')
  assert(edited.value.state === 'void', 'a policy that was voided is void')
  await moveMoney(returnPremium(premiumOf(booked), { take, at: edited.value.voidedAt }))
}

function premiumOf({ county, demo, effectiveFrom, job, jobNumber, employer, take, premiumFen }: Policy): Entry {
  return premiumForTake({ county, demo, at: effectiveFrom, job, jobNumber, employer }, { take, premiumFen })
}
