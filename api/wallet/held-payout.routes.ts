import { staffAct } from '../audit/actor-of.ts'
import type { Audited } from '../audit/audit.ts'
import type { Handlers } from '../contract/handler.ts'
import type { HeldPayoutView } from '../contract/held-payout.contract.ts'
import type { StaffCaller } from '../contract/route.ts'
import { countyDay, instantText } from '../core/clock.ts'
import { asId, type PersonId, type StaffId } from '../core/id.ts'
import { DECLINED } from '../core/payment/payout-failure.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import type { StaffAction } from '../core/staff/action.ts'
import { can } from '../core/staff/policy.ts'
import { type PayoutDoc, payouts } from '../payment/payout.collection.ts'
import { endHeld, releaseHeld } from '../payment/pursue-payout.ts'
import { onceOf } from '../vault/once-of.ts'
import { type MonthBooks, monthOf } from './month-of.ts'
import type { PayoutPorts } from './payout-ports.ts'
import { type PayoutBook, showPayout } from './show-payout.ts'

/** The worker whose money it is. */
interface Owner {
  readonly id: PersonId
  readonly township: string
  readonly registeredAt: Temporal.Instant
}

export interface HeldPayoutParts extends PayoutBook, MonthBooks {
  readonly audited: Audited
  /** undefined: nothing can be sent. */
  readonly payouts: PayoutPorts | undefined
  readonly personById: (id: PersonId) => Promise<Owner | undefined>
  readonly maskedNameOf: (id: PersonId) => Promise<string>
  /** Whether somebody of the staff is that worker himself. */
  readonly isOneself: (staff: StaffId, worker: PersonId) => Promise<boolean>
  /** Whoever has answered has looked. */
  readonly closeTask: (payout: string, done: { readonly by: StaffId; readonly note: string }) => Promise<void>
}

interface Answer {
  readonly caller: StaffCaller
  readonly id: string
  readonly note: string
}

const ACT = { release: 'release-payout', decline: 'decline-payout' } as const

/** undefined: somebody has answered otherwise, or its owner has taken it back. */
async function decide({ payment }: PayoutPorts, id: string, how: keyof typeof ACT): Promise<PayoutDoc | undefined> {
  if (how === 'release') {
    const after = await releaseHeld(payment, id)
    return after?.state === 'cancelled' && after.orders === 0 ? undefined : after
  }
  const ended = (await endHeld(payment, id, DECLINED)) ?? (await payment.store.get(payouts, payment.county, id))
  return ended?.state === 'cancelled' && ended.code === DECLINED ? ended : undefined
}

/** A second pair of eyes before much of a worker's money leaves. */
export function createHeldPayoutRoutes(parts: HeldPayoutParts): Pick<Handlers, 'listHeldPayouts' | 'releasePayout' | 'declinePayout'> {
  const { store, county, personById, audited } = parts

  const ownerFor = async ({ staff }: StaffCaller, action: StaffAction, worker: string): Promise<Owner | undefined> => {
    const owner = await personById(asId<'person'>(worker))
    return owner !== undefined && can(staff, action, { county, township: owner.township }) ? owner : undefined
  }

  async function shown(caller: StaffCaller, { id: payout, worker, amountFen, createdAt }: PayoutDoc): Promise<HeldPayoutView[]> {
    const owner = await ownerFor(caller, 'see-payouts', worker)
    if (owner === undefined) return []
    const month = await monthOf(parts, owner.id, countyDay(createdAt).toPlainYearMonth())
    const payee = await parts.payouts?.payeeOf(worker)
    const times = { askedAt: instantText(createdAt), registeredAt: instantText(owner.registeredAt) }
    const payeeFrom = payee === undefined ? null : instantText(payee.from)
    const workerName = await parts.maskedNameOf(owner.id)
    return [{ ...times, payout, person: worker, workerName, amountFen, payeeFrom, earnedThisMonthFen: month.netFen }]
  }

  async function answer(how: keyof typeof ACT, { caller, id, note }: Answer): Promise<Result<ReturnType<typeof showPayout>>> {
    const ports = parts.payouts
    const payout = await store.get(payouts, county, id)
    const owner = payout && (await ownerFor(caller, 'release-payout', payout.worker))
    if (!ports || !payout || !owner) return refuse('payout-not-found')
    if (await parts.isOneself(caller.staff.id, owner.id)) return refuse('own-approval')
    const act = staffAct(caller, onceOf(caller, ACT[how], [id, note]))
    const facts = { payout: id, amountFen: payout.amountFen }
    return audited({ ...act, action: ACT[how], subjects: [owner.id], facts }, async () => {
      const decided = await decide(ports, id, how)
      if (decided === undefined) return refuse('payout-over')
      await parts.closeTask(id, { by: caller.staff.id, note })
      return accept(showPayout(decided))
    })
  }

  return {
    async listHeldPayouts({ query: { after, limit }, caller }) {
      const query = { index: 'state', county, equals: { state: 'held' }, limit, ...(after === undefined ? {} : { after }) }
      const { docs, next } = await store.find(payouts, query)
      const rows = await Promise.all(docs.map((doc) => shown(caller, doc)))
      return accept({ payouts: rows.flat(), next: next ?? null })
    },
    releasePayout: ({ params: { id }, body: { note }, caller }) => answer('release', { caller, id, note }),
    declinePayout: ({ params: { id }, body: { note }, caller }) => answer('decline', { caller, id, note }),
  }
}
