import type { JobTerms } from '../contract/job.contract.ts'
import type { ChatNumber } from '../core/chat-number.ts'
import { inCounty } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import { asId } from '../core/id.ts'
import type { Job } from '../core/job/job.ts'
import { agreeToPost, postJob as decidePost } from '../core/job/post-job.ts'
import { type CompanyPoster, HOUSEHOLD } from '../core/job/poster.ts'
import { type OfferedTerms, workDaysOf } from '../core/job/terms.ts'
import { type Fen, fen } from '../core/money.ts'
import { type LicenceRule, licencesAsked } from '../core/person/licence-rule.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import type { Editor } from '../store/editor.ts'
import type { Once } from '../store/once.ts'
import type { Store } from '../store/port.ts'
import { jobs, newJobDoc } from './job.collection.ts'
import { countJobs } from './list-jobs.ts'

export interface PostJobPorts {
  readonly store: Store
  readonly editor: Editor
  readonly county: string
  readonly nextNumber: () => Promise<Result<ChatNumber>>
  readonly startCode: () => string
  readonly floorFenPerHour: Fen
  /** The trade table: how risky a trade is. */
  readonly tradeOf: (trade: string) => { readonly riskClass: number }
  /** Which licences the law asks for, and when. */
  readonly licenceRules: readonly LicenceRule[]
}

export interface Posted {
  readonly terms: JobTerms
  readonly employer: { readonly id: PersonId; readonly demo: boolean; readonly postsAs?: CompanyPoster | null }
  readonly call: Once
  readonly now: Temporal.Instant
}

/** Files a draft under an id made from the caller's key, so that posting twice files it once. */
export async function postJob(ports: PostJobPorts, posted: Posted): Promise<Result<Job>> {
  const { store, editor, county } = ports
  const { call } = posted
  const before = await store.get(jobs, county, call.key)
  if (before) return before.postedDigest === call.digest ? accept(before) : refuse('key-reused')
  const draft = await draftOf(ports, posted)
  if (!draft.ok) return draft
  const inserted = await editor.insert(jobs, newJobDoc(draft.value, call.digest))
  return inserted.ok ? draft : postedMeanwhile(ports, call)
}

async function draftOf(ports: PostJobPorts, { terms, employer, call, now }: Posted): Promise<Result<Job>> {
  const { county, floorFenPerHour } = ports
  const [open, drafts] = await Promise.all([countJobs(ports, employer.id, 'open'), countJobs(ports, employer.id, 'draft')])
  const [asked, about] = [offered(ports, terms), { now, floorFenPerHour, openJobs: open + drafts }]
  const agreed = agreeToPost(asked, about)
  if (!agreed.ok) return agreed
  const number = await ports.nextNumber()
  if (!number.ok) return number
  const { id, demo, postsAs } = employer
  const named = {
    id: asId<'job'>(call.key),
    number: number.value,
    county,
    demo,
    employer: id,
    startCode: ports.startCode(),
    poster: postsAs ?? HOUSEHOLD,
  }
  return decidePost(asked, { ...about, ...named })
}

/** The same message came in twice at once: the other one filed it. */
async function postedMeanwhile({ store, county }: PostJobPorts, call: Once): Promise<Result<Job>> {
  const filed = await store.get(jobs, county, call.key)
  return filed?.postedDigest === call.digest ? accept(filed) : refuse('key-reused')
}

/** The terms as the county understands them: to the minute, with the trade's class and the licences the law asks for. */
function offered({ tradeOf, licenceRules }: PostJobPorts, { pay, ...said }: JobTerms): OfferedTerms {
  const terms = { ...said, startsAt: inCounty(Temporal.Instant.from(said.startsAt)).round('minute').toInstant() }
  const asked = licencesAsked(licenceRules, terms.trade, workDaysOf(terms))
  return {
    ...terms,
    riskClass: tradeOf(terms.trade).riskClass,
    licences: [...new Set([...terms.licences, ...asked])],
    pay: { amountFen: fen(pay.amountFen), unit: pay.unit },
  }
}
