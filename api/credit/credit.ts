import type { Clock } from '../core/clock.ts'
import { giveBack, lend } from '../core/credit/credit-line.ts'
import type { PersonId } from '../core/id.ts'
import type { Job } from '../core/job/job.ts'
import type { Fen } from '../core/money.ts'
import { accept, refuse } from '../core/result.ts'
import type { JobDesk } from '../job/edit-job.ts'
import type { Editor } from '../store/editor.ts'
import { type Store, StoreUnavailable } from '../store/port.ts'
import { type CreditDoc, creditLines } from './credit.collection.ts'

export interface CreditPorts {
  readonly store: Pick<Store, 'get'>
  readonly editor: Editor
  readonly county: string
  readonly clock: Clock
  readonly desk: Pick<JobDesk, 'byId'>
}

interface Loan {
  readonly employer: PersonId
  readonly job: Job
  readonly amountFen: Fen
}

/** A loan younger than this may belong to a job that is just about to open. */
const SETTLING_MINUTES = 10

/** Sets how far an employer is trusted; 0 ends it for new jobs and leaves what is lent. */
export async function setCreditLine(ports: CreditPorts, { employer, limitFen }: { employer: PersonId; limitFen: Fen }): Promise<CreditDoc> {
  const fresh: CreditDoc = { id: employer, county: ports.county, version: 1, employer, limitFen, lent: [] }
  if ((await ports.editor.insert(creditLines, fresh)).ok) return fresh
  return change(ports, employer, (line) => (line.limitFen === limitFen ? line : { ...line, limitFen }))
}

async function change({ editor, county }: CreditPorts, employer: string, decide: (line: CreditDoc) => CreditDoc): Promise<CreditDoc> {
  const edited = await editor.edit(creditLines, { county, id: employer }, (line) => accept(decide(line)))
  if (!edited.ok) throw new StoreUnavailable('many change the same credit line at once')
  return edited.value
}

/** Whether the employer's line carries this job. What a crash left lent to jobs that never opened on it is taken back first. */
export async function lendTo(ports: CreditPorts, { employer, job, amountFen }: Loan): Promise<boolean> {
  const { store, editor, county, clock } = ports
  if ((await store.get(creditLines, county, employer)) === undefined) return false
  await forgetStray(ports, employer)
  const loan = { job: job.id, amountFen, at: clock.now() }
  const lent = await editor.edit(creditLines, { county, id: employer }, (line) => {
    const after = lend(line, loan)
    return after === undefined ? refuse('pay-first') : accept(after)
  })
  if (!lent.ok && lent.refusal === 'try-again') throw new StoreUnavailable('many change the same credit line at once')
  return lent.ok
}

async function forgetStray(ports: CreditPorts, employer: PersonId): Promise<void> {
  const { store, county, clock, desk } = ports
  const line = await store.get(creditLines, county, employer)
  const settledBy = clock.now().subtract({ minutes: SETTLING_MINUTES })
  for (const { job: id, at } of line?.lent ?? []) {
    if (Temporal.Instant.compare(at, settledBy) > 0) continue
    const job = await desk.byId(id)
    if (job === undefined || job.funding !== 'credit') await takeBack(ports, employer, id)
  }
}

export async function takeBack(ports: CreditPorts, employer: string, job: string): Promise<void> {
  if ((await ports.store.get(creditLines, ports.county, employer)) === undefined) return
  await change(ports, employer, (line) => giveBack(line, job))
}
