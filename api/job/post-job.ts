import type { JobTerms } from '../contract/job.contract.ts'
import type { ChatNumber } from '../core/chat-number.ts'
import { inCounty } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import { asId } from '../core/id.ts'
import type { Job } from '../core/job/job.ts'
import { postJob as decidePost } from '../core/job/post-job.ts'
import { type Fen, fen } from '../core/money.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import type { Editor } from '../store/editor.ts'
import type { Once } from '../store/once.ts'
import type { Store } from '../store/port.ts'
import { jobs, newJobDoc } from './job.collection.ts'

export interface PostJobPorts {
  readonly store: Store
  readonly editor: Editor
  readonly county: string
  readonly nextNumber: () => Promise<Result<ChatNumber>>
  readonly startCode: () => string
  readonly floorFenPerHour: Fen
  /** The trade table: how risky a trade is and which licence the law asks for. */
  readonly tradeOf: (trade: string) => { readonly riskClass: number; readonly licence: string | null }
}

export interface Posted {
  readonly terms: JobTerms
  readonly employer: { readonly id: PersonId; readonly demo: boolean }
  readonly call: Once
  readonly now: Temporal.Instant
}

/** Files a draft under an id made from the caller's key, so that posting twice files it once. */
export async function postJob(ports: PostJobPorts, { terms, employer, call, now }: Posted): Promise<Result<Job>> {
  const { store, editor, county } = ports
  const id = asId<'job'>(call.key)
  const before = await store.get(jobs, county, id)
  if (before) return before.postedDigest === call.digest ? accept(before) : refuse('key-reused')
  const openJobs = await store.count(jobs, { index: 'employerState', county, equals: { employer: employer.id, state: 'open' } })
  const number = await ports.nextNumber()
  if (!number.ok) return number
  const { riskClass, licence } = ports.tradeOf(terms.trade)
  const draft = decidePost(
    { ...offered(terms), riskClass, licences: [...new Set([...terms.licences, ...(licence === null ? [] : [licence])])] },
    {
      id,
      number: number.value,
      county,
      demo: employer.demo,
      employer: employer.id,
      startCode: ports.startCode(),
      now,
      floorFenPerHour: ports.floorFenPerHour,
      openJobs,
    },
  )
  if (!draft.ok) return draft
  const inserted = await editor.insert(jobs, newJobDoc(draft.value, call.digest))
  return inserted.ok ? draft : postedMeanwhile(ports, call)
}

/** The same message came in twice at once: the other one filed it. */
async function postedMeanwhile({ store, county }: PostJobPorts, call: Once): Promise<Result<Job>> {
  const filed = await store.get(jobs, county, call.key)
  return filed?.postedDigest === call.digest ? accept(filed) : refuse('key-reused')
}

function offered({ startsAt, pay, ...terms }: JobTerms) {
  return {
    ...terms,
    startsAt: inCounty(Temporal.Instant.from(startsAt)).round('minute').toInstant(),
    pay: { amountFen: fen(pay.amountFen), unit: pay.unit },
  }
}
