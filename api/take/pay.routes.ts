import type { Handlers } from '../contract/handler.ts'
import type { Call } from '../contract/route.ts'
import type { RouteOf } from '../contract/routes.ts'
import { countyDay } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import type { JobChange } from '../core/job/change.ts'
import { openPayDues } from '../core/job/dues.ts'
import type { Job } from '../core/job/job.ts'
import { addFen, type Fen } from '../core/money.ts'
import { ageOn } from '../core/person/age.ts'
import type { Person } from '../core/person/person.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { answerPay } from '../core/take/answer-pay.ts'
import { payForHours } from '../core/take/pay-agreed.ts'
import type { ProposalKind, Side } from '../core/take/proposal.ts'
import { proposePay } from '../core/take/propose-pay.ts'
import { settleAmounts } from '../core/take/settle-amounts.ts'
import { holdsSeat, type Take } from '../core/take/take.ts'
import { createOnJob, type OnJobParts } from '../job/on-job.ts'

export interface PayRoutesParts extends OnJobParts {
  readonly personById: (id: PersonId) => Promise<Person | undefined>
  /** Whether the county lets pay change hands outside. */
  readonly cashAllowed: boolean
}

type PayHandlers = Pick<Handlers, 'settleJob' | 'proposePay' | 'answerPay'>
type Body<Id extends keyof PayHandlers> = Call<RouteOf<Id>>['body']

const sideOf = (job: Job, person: PersonId): Side => (job.employer === person ? 'employer' : 'worker')

/** The seats somebody speaks of: a worker of his own, an employer of the one he names or of all that fit. */
function meant(job: Job, { person, take }: { person: PersonId; take: string | undefined }, fits: (take: Take) => boolean): readonly Take[] {
  if (sideOf(job, person) === 'worker') return job.takes.filter((each) => each.worker === person && holdsSeat(each)).slice(-1)
  return take === undefined ? job.takes.filter((each) => holdsSeat(each) && fits(each)) : job.takes.filter(({ id }) => id === take)
}

/** One decision after the other on the same job; the first "no" refuses all of it. */
function onEach(job: Job, takes: readonly Take[], decide: (job: Job, take: Take) => Result<JobChange>): Result<JobChange> {
  if (takes.length === 0) return refuse('no-take')
  let change: JobChange = { job, events: [] }
  for (const take of takes) {
    const next = decide(change.job, take)
    if (!next.ok) return next
    change = { job: next.value.job, events: [...change.events, ...next.value.events] }
  }
  return accept(change)
}

const isAtWork = ({ state }: Take): boolean => state === 'started' || state === 'finished'
/** Work that waits for its pay, confirmed or not. */
const isToBePaid =
  (job: Job) =>
  ({ id, state }: Take): boolean =>
    state === 'finished' || openPayDues(job, id).length > 0

/** What follows where no amount is named; of confirmed work it is what is still owed. */
const offeredFen = (job: Job, take: Take, said: { readonly kind: ProposalKind; readonly hours: number }): Fen =>
  take.state === 'confirmed' ? addFen(...openPayDues(job, take.id).map(({ amountFen }) => amountFen)) : payForHours(job, take, said)

const hasOffer = ({ proposal }: Take): boolean => proposal !== null

export function createPayRoutes(parts: PayRoutesParts): PayHandlers {
  const { desk, personById, cashAllowed } = parts
  const { acting, deciding } = createOnJob(parts)

  /** Ages are looked up before the decision, which is pure. */
  async function agesOf(number: string): Promise<ReadonlyMap<PersonId, number>> {
    const job = await desk.byNumber(number)
    const people = await Promise.all((job?.takes ?? []).map(({ worker }) => personById(worker)))
    const day = countyDay(job?.terms.startsAt ?? parts.clock.now())
    return new Map(people.flatMap((person) => (person === undefined ? [] : [[person.id, ageOn(day, person.birthDay)]])))
  }

  return {
    settleJob: deciding('settleJob', (job, { id, now }, { amounts }: Body<'settleJob'>) =>
      settleAmounts(job, { employer: id, amounts, now }),
    ),
    proposePay: acting<Body<'proposePay'>>('proposePay', async ({ person, number, call, now }, body) => {
      const { kind, reason, hours } = body
      if (kind === 'cash' && !cashAllowed) return refuse('cash-not-allowed')
      const ages = kind === 'overtime' ? await agesOf(number) : new Map<PersonId, number>()
      const decide = (job: Job): Result<JobChange> => {
        const by = sideOf(job, person.id)
        const fits = kind === 'cash' ? isToBePaid(job) : isAtWork
        return onEach(job, meant(job, { person: person.id, take: body.take }, fits), (doc, take) => {
          const amountFen = body.amountFen ?? offeredFen(doc, take, { kind, hours: hours ?? 0 })
          return proposePay(doc, { take: take.id, kind, by, amountFen, reason, now, workerAge: ages.get(take.worker) ?? 0 })
        })
      }
      return desk.editByNumber(number, decide, { call })
    }),
    answerPay: deciding('answerPay', (job, { id, now }, { take, yes, amountFen }: Body<'answerPay'>) =>
      onEach(job, meant(job, { person: id, take }, hasOffer), (doc, each) =>
        answerPay(doc, { take: each.id, by: sideOf(job, id), yes, amountFen, now }),
      ),
    ),
  }
}
