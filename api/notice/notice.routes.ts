import type { Handlers } from '../contract/handler.ts'
import type { JobView } from '../contract/job.contract.ts'
import type { JobNoticeView, OwnNoticeView } from '../contract/notice.contract.ts'
import type { Clock } from '../core/clock.ts'
import type { ContactId, PersonId } from '../core/id.ts'
import { takeOf } from '../core/job/change.ts'
import type { Job } from '../core/job/job.ts'
import { accept, refuse } from '../core/result.ts'
import type { JobDesk } from '../job/edit-job.ts'
import { type Known, showJob } from '../job/show-job.ts'
import type { Editor } from '../store/editor.ts'
import type { Store } from '../store/port.ts'
import { type JobNotice, notices, type OwnNotice } from './notice.collection.ts'
import { isOvertaken } from './overtaken.ts'

interface Reached {
  readonly contact: ContactId
  /** Whose news it is, masked, where somebody else reads it for him. */
  readonly forWhom?: string
}

export interface NoticeRoutesParts extends Known {
  readonly store: Store
  readonly editor: Editor
  readonly county: string
  readonly clock: Clock
  readonly desk: Pick<JobDesk, 'byId'>
  readonly reachOf: (person: PersonId) => Promise<Reached | undefined>
  /** Who spoke for him before is the one to be told that another does now. */
  readonly contactBefore: (person: PersonId) => Promise<ContactId | undefined>
}

export function createNoticeRoutes(parts: NoticeRoutesParts): Pick<Handlers, 'openNotice' | 'noticeSent'> {
  const { store, editor, county } = parts
  return {
    async openNotice({ params }) {
      const notice = await store.get(notices, county, params.id)
      if (!notice) return refuse('not-found')
      const view = 'job' in notice ? await jobNotice(parts, notice) : await ownNotice(parts, notice)
      return view ? accept(view) : refuse('not-found')
    },
    async noticeSent({ params }) {
      const sent = await editor.edit(
        notices,
        { county, id: params.id },
        (notice) => accept(notice.state === 'sent' ? notice : { ...notice, state: 'sent' as const }),
        { missing: 'not-found' },
      )
      return sent.ok ? accept({ id: params.id }) : sent
    },
  }
}

async function jobNotice(parts: NoticeRoutesParts, notice: JobNotice): Promise<JobNoticeView | undefined> {
  const { clock, desk, nameOf } = parts
  const job = await desk.byId(notice.job)
  if (!job) return undefined
  const to = await recipient(parts, notice)
  const view = await showJob(job, notice.person ?? undefined, parts)
  return {
    id: notice.id,
    kind: notice.kind,
    ...(to ?? { to: { market: true as const } }),
    over: notice.state === 'sent' || to === undefined || isOvertaken(notice, { job, now: clock.now() }),
    job: view,
    seat: seatOf(job, notice.worker, view),
    workerName: notice.worker === null ? null : await nameOf(notice.worker),
    amountFen: notice.amountFen,
  }
}

/** Two of a job may have the same masked name: the seat is found by who holds it. */
function seatOf(job: Job, worker: PersonId | null, { takes, mine }: JobView): JobNoticeView['seat'] {
  const take = worker === null ? undefined : (takeOf(job, worker) ?? job.takes.findLast((one) => one.worker === worker))
  return [...takes, ...(mine ? [mine] : [])].find((seen) => seen.take === take?.id) ?? null
}

/** Of a person whom no chat reaches, nobody is told. */
async function ownNotice({ reachOf, contactBefore }: NoticeRoutesParts, notice: OwnNotice): Promise<OwnNoticeView> {
  const { id, kind, amountFen, person } = notice
  const before = kind === 'contact-changed' ? await contactBefore(person) : undefined
  const reached = kind === 'contact-changed' ? before && { contact: before } : await reachOf(person)
  const over = notice.state === 'sent' || reached === undefined
  return { id, kind, amountFen, over, ...(reached === undefined ? { to: { contact: '' } } : toOf(reached)) }
}

/** undefined: a person whom no chat reaches. */
async function recipient({ reachOf }: NoticeRoutesParts, { person }: JobNotice) {
  if (person === null) return { to: { market: true as const } }
  const reached = await reachOf(person)
  return reached && toOf(reached)
}

const toOf = ({ contact, forWhom }: Reached) => ({ to: { contact }, ...(forWhom === undefined ? {} : { forWhom }) })
