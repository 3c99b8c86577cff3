import type { Handlers } from '../contract/handler.ts'
import { isChatNumber } from '../core/chat-number.ts'
import type { Clock } from '../core/clock.ts'
import { lentFen } from '../core/credit/credit-line.ts'
import { asId, type PersonId } from '../core/id.ts'
import type { Fen } from '../core/money.ts'
import { fen } from '../core/money.ts'
import type { Person } from '../core/person/person.ts'
import { accept, refuse } from '../core/result.ts'
import { settleByStaff } from '../core/take/settle-amounts.ts'
import type { CreditDoc } from '../credit/credit.collection.ts'
import type { JobDesk } from '../job/edit-job.ts'
import { type NameOf, showJob } from '../job/show-job.ts'
import { onceOf } from '../vault/once-of.ts'

export interface StaffMoneyParts {
  readonly desk: Pick<JobDesk, 'editByNumber'>
  readonly clock: Clock
  readonly nameOf: NameOf
  readonly personById: (id: PersonId) => Promise<Person | undefined>
  readonly setCreditLine: (line: { readonly employer: PersonId; readonly limitFen: Fen }) => Promise<CreditDoc>
}

/** What only the people of the hall decide about money. */
export const createStaffMoneyRoutes = (parts: StaffMoneyParts): Pick<Handlers, 'settleContested' | 'setCreditLine'> => ({
  async settleContested({ params, body, caller }) {
    if (!isChatNumber(params.number)) return refuse('job-not-found')
    const settlement = { take: asId<'take'>(body.take), amountFen: body.amountFen, now: parts.clock.now() }
    const call = onceOf(caller, 'settleContested', [params, body])
    const job = await parts.desk.editByNumber(params.number, (doc) => settleByStaff(doc, settlement), { call })
    return job.ok ? accept(await showJob(job.value, job.value.employer, parts.nameOf)) : job
  },
  async setCreditLine({ body }) {
    const employer = await parts.personById(asId<'person'>(body.employer))
    if (employer === undefined) return refuse('not-found')
    if (!employer.roles.includes('employer')) return refuse('not-an-employer')
    const line = await parts.setCreditLine({ employer: employer.id, limitFen: fen(body.limitFen) })
    return accept({ employer: line.employer, limitFen: line.limitFen, lentFen: lentFen(line) })
  },
})
