import type { Clock } from '../core/clock.ts'
import { isBefore } from '../core/clock.ts'
import { asId, type JobId } from '../core/id.ts'
import type { Tell } from '../core/notice/notices.ts'
import { sendAt } from '../core/notice/send-at.ts'
import type { JobDesk } from '../job/edit-job.ts'
import type { Editor } from '../store/editor.ts'
import { deriveId } from '../vault/digest.ts'
import { type JobNotice, type Notice, notices } from './notice.collection.ts'

export interface FileNoticePorts {
  readonly editor: Editor
  readonly county: string
  readonly clock: Clock
  readonly desk: Pick<JobDesk, 'byId'>
  /** False where nobody sleeps: whoever tries the simulator at night sees what happens at once. True unless said. */
  readonly quietAtNight?: boolean
  /** Hands a notice that is due to the sender; it may fail or be forgotten, the sweep finds what was not sent. */
  readonly hand: (notice: Pick<Notice, 'id' | 'person'>) => void
}

/** Files what is to be told under an id made from its cause and its recipient, so that telling twice is filing once. */
export async function fileNotice(ports: FileNoticePorts, cause: string, job: JobId, tell: Tell): Promise<void> {
  const { editor, county, clock, desk, hand, quietAtNight = true } = ports
  const about = await desk.byId(job)
  if (!about) return
  const now = clock.now()
  const from = now.add({ minutes: tell.afterMinutes ?? 0 })
  const person = 'person' in tell.to ? asId<'person'>(tell.to.person) : null
  const notice: JobNotice = {
    id: deriveId('notice', `${cause}\0${tell.kind}\0${person ?? ''}`),
    county,
    version: 1,
    kind: tell.kind,
    person,
    job,
    worker: tell.worker === undefined ? null : asId<'person'>(tell.worker),
    amountFen: tell.amountFen ?? null,
    state: 'waiting',
    sendAt: sendAt(from, { urgent: !quietAtNight || (tell.urgent ?? false), workStartsAt: about.terms.startsAt }),
  }
  const filed = await editor.insert(notices, notice)
  if (filed.ok && !isBefore(now, notice.sendAt)) hand(notice)
}
