import { staffAct } from '../audit/actor-of.ts'
import type { Audited } from '../audit/audit.ts'
import type { Handlers } from '../contract/handler.ts'
import { isChatNumber } from '../core/chat-number.ts'
import type { Clock } from '../core/clock.ts'
import { lentFen } from '../core/credit/credit-line.ts'
import { asId, type PersonId } from '../core/id.ts'
import type { Job } from '../core/job/job.ts'
import type { Fen } from '../core/money.ts'
import { fen } from '../core/money.ts'
import type { Person } from '../core/person/person.ts'
import { accept, refuse } from '../core/result.ts'
import { can } from '../core/staff/policy.ts'
import { settleByStaff } from '../core/take/settle-amounts.ts'
import type { CreditDoc } from '../credit/credit.collection.ts'
import type { JobDesk } from '../job/edit-job.ts'
import { type Known, showJob } from '../job/show-job.ts'
import { onceOf } from '../vault/once-of.ts'

export interface StaffMoneyParts extends Known {
  readonly desk: Pick<JobDesk, 'editByNumber'>
  readonly clock: Clock
  readonly personById: (id: PersonId) => Promise<Person | undefined>
  readonly audited: Audited
  readonly setCreditLine: (line: { readonly employer: PersonId; readonly limitFen: Fen }) => Promise<CreditDoc>
}

/** What only the people of the hall decide about money. */
export const createStaffMoneyRoutes = (parts: StaffMoneyParts): Pick<Handlers, 'settleContested' | 'setCreditLine'> => ({
  async settleContested({ params, body, caller }) {
    if (!isChatNumber(params.number)) return refuse('job-not-found')
    const settlement = { take: asId<'take'>(body.take), amountFen: body.amountFen, now: parts.clock.now() }
    const call = onceOf(caller, 'settleContested', [params, body])
    const facts = { job: params.number, amountFen: body.amountFen }
    const asked = { ...staffAct(caller, call), action: 'settle-contested-pay', subjects: [body.take], facts } as const
    const decide = (doc: Job) =>
      can(caller.staff, 'settle-pay', { county: doc.county, township: doc.terms.township })
        ? settleByStaff(doc, settlement)
        : refuse('job-not-found')
    const settle = () => parts.desk.editByNumber(params.number, decide, { call })
    const job = await parts.audited(asked, settle)
    return job.ok ? accept(await showJob(job.value, job.value.employer, parts)) : job
  },
  async setCreditLine({ body, caller }) {
    const employer = await parts.personById(asId<'person'>(body.employer))
    if (employer === undefined || !can(caller.staff, 'set-credit', { ...employer, county: caller.county })) return refuse('not-found')
    if (!employer.roles.includes('employer')) return refuse('not-an-employer')
    const act = staffAct(caller, onceOf(caller, 'setCreditLine', body))
    const asked = { ...act, action: 'set-credit-line', subjects: [employer.id], facts: { limitFen: body.limitFen } } as const
    return parts.audited(asked, async () => {
      const line = await parts.setCreditLine({ employer: employer.id, limitFen: fen(body.limitFen) })
      return accept({ employer: line.employer, limitFen: line.limitFen, lentFen: lentFen(line) })
    })
  },
})
