import { type CheckPeriods, type CompanyDecision, reviewCompany as decideReview, publishesUntil } from '../core/company/company.ts'
import type { DomainEvent } from '../core/event.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { withEvents } from '../event/outbox.ts'
import { type Once, once } from '../store/once.ts'
import { type CompanyDoc, companies, companyPictures } from './company.collection.ts'
import { type CompanyPorts, pictureAt } from './register-company.ts'

export interface ReviewPorts extends CompanyPorts {
  readonly periods: CheckPeriods
}

interface Reviewing {
  readonly id: string
  readonly decision: CompanyDecision
  readonly by: string
  readonly call: Once
}

/** A second person says whether it is one, and its representatives hear of it. */
export function reviewCompany(ports: ReviewPorts, { id, decision, by, call }: Reviewing): Promise<Result<CompanyDoc>> {
  const { editor, clock, county, periods } = ports
  const at = clock.now()
  const decide = (doc: CompanyDoc) => {
    const reviewed = decideReview(doc, decision, { by, at, periods })
    return reviewed.ok ? accept({ doc: withEvents(reviewed.value, [companyReviewed(reviewed.value, at, periods)]) }) : reviewed
  }
  return editor.edit(companies, { county, id }, once<CompanyDoc>(call, decide), { missing: 'not-found' })
}

function companyReviewed(doc: CompanyDoc, at: Temporal.Instant, periods: CheckPeriods): DomainEvent<'companyReviewed'> {
  const { id, county, demo, looks, standing, representatives } = doc
  const checkOn = standing.state === 'approved' ? standing.checkOn : undefined
  return {
    id: `companyReviewed:${id}:${looks}`,
    type: 'companyReviewed',
    ...{ county, at, demo },
    facts: {
      company: id,
      look: looks,
      approved: checkOn !== undefined,
      checkOn: checkOn?.toString() ?? '',
      publishesUntil: checkOn === undefined ? '' : publishesUntil(checkOn, periods).toString(),
      representatives: representatives.map(({ person }) => person),
    },
  }
}

/** The picture as it was cleaned, for somebody with the right to it. */
export async function openCompanyPicture({ store, vault, county }: CompanyPorts, { picture }: CompanyDoc) {
  const doc = await store.get(companyPictures, county, picture)
  return doc === undefined ? refuse('not-found') : accept({ format: doc.format, picture: vault.open(pictureAt(doc.id), doc.sealed) })
}
