import { countyDay } from '../core/clock.ts'
import type { DomainEvent } from '../core/event.ts'
import { asId } from '../core/id.ts'
import { LIMIT } from '../core/limit.ts'
import { countsUntil, type Decision, reviewLicence } from '../core/person/licence.ts'
import { cleanPicture } from '../core/picture/picture.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { EMPTY_OUTBOX, withEvents } from '../event/outbox.ts'
import { type Once, once } from '../store/once.ts'
import type { Store } from '../store/port.ts'
import { deriveId } from '../vault/digest.ts'
import type { Vault } from '../vault/vault.ts'
import type { PersonPorts } from './add-role.ts'
import { type LicenceDoc, licencePictures, licences } from './licence.collection.ts'
import type { PersonDoc } from './person.collection.ts'
import { safeOf } from './person-safe.ts'

export interface LicencePorts extends PersonPorts {
  readonly store: Pick<Store, 'get' | 'find'>
  readonly vault: Vault
  /** What the county knows of. */
  readonly licenceNames: readonly string[]
}

export interface Upload {
  readonly person: PersonDoc
  readonly cert: string
  readonly picture: Uint8Array
  /** Himself by his id, or the account of the staff. */
  readonly by: string
  readonly call: Once
}

const pictureAt = (id: string) => ({ collection: licencePictures.name, id, field: 'picture' })
export const numberAt = (id: string) => ({ collection: licences.name, id, field: 'number' })

/** Takes a picture of a licence in, to be looked at by somebody else. The picture is written first: a licence without one there never is. */
export async function uploadLicence(ports: LicencePorts, { person, cert, picture, by, call }: Upload): Promise<Result<LicenceDoc>> {
  const { editor, store, clock, vault, people } = ports
  const { county } = people
  if (!ports.licenceNames.includes(cert)) return refuse('licence-unknown')
  const clean = cleanPicture(picture)
  if (!clean.ok) return clean
  const id = deriveId('licence', call.key)
  const before = await store.get(licences, county, id)
  if (before) return accept(before)
  const own = await store.find(licences, { index: 'person', county, equals: { person: person.id }, limit: LIMIT.pageSize })
  const text = Buffer.from(clean.value.bytes).toString('base64')
  const mark = vault.blindIndex('picture', text)
  const known = vault.indexes.ever('picture', text)
  if (own.docs.some((sent) => known.includes(sent.mark) && sent.state !== 'rejected')) return refuse('picture-known')
  if (own.docs.filter(({ state }) => state === 'waiting').length >= LIMIT.licencesWaiting) return refuse('too-many-licences')
  const sealed = safeOf(vault, person).seal(pictureAt(id), text)
  await editor.insert(licencePictures, { id, county, version: 1, person: person.id, format: clean.value.format, sealed })
  const doc: LicenceDoc = {
    ...{ id, county, version: 1, person: person.id, cert, uploadedBy: by, uploadedAt: clock.now(), number: null, mark, state: 'waiting' },
    ...EMPTY_OUTBOX,
    keys: [{ ...call, refused: null }],
  }
  const inserted = await editor.insert(licences, doc)
  return inserted.ok ? accept(doc) : refuse('try-again')
}

/** The picture as it was cleaned, for somebody with the right to it. */
export async function openPicture({ store, vault, people }: LicencePorts, id: string) {
  const picture = await store.get(licencePictures, people.county, id)
  const person = picture && (await people.docById(asId<'person'>(picture.person)))
  if (!picture || !person) return refuse('not-found')
  return accept({ format: picture.format, picture: safeOf(vault, person).open(pictureAt(id), picture.sealed) })
}

export interface Reviewing {
  readonly id: string
  readonly decision: Decision
  /** As it stands on the picture; empty where it is rejected. */
  readonly number: string
  readonly by: string
  readonly call: Once
}

const registrarOf = ({ consents }: PersonDoc): string | null => consents.find(({ how }) => how !== 'chat')?.by ?? null

/** A second person says whether it is one, and until when. */
export async function decideLicence(ports: LicencePorts, asked: Reviewing): Promise<Result<LicenceDoc>> {
  const { editor, store, clock, vault, people } = ports
  const { county } = people
  const before = await store.get(licences, county, asked.id)
  const person = before && (await people.docById(asId<'person'>(before.person)))
  if (!before || !person) return refuse('not-found')
  const at = clock.now()
  const review = { by: asked.by, at, today: countyDay(at), registrar: registrarOf(person) }
  const number = asked.number === '' ? null : safeOf(vault, person).seal(numberAt(asked.id), asked.number)
  const decide = (doc: LicenceDoc) => {
    const reviewed = reviewLicence(doc, asked.decision, review)
    return reviewed.ok
      ? accept({ doc: withEvents({ ...doc, ...reviewed.value, number } as LicenceDoc, [reviewedEvent(doc, asked.decision, at)]) })
      : reviewed // the fields of its new state
  }
  return editor.edit(licences, { county, id: asked.id }, once<LicenceDoc>(asked.call, decide), { missing: 'not-found' })
}

function reviewedEvent(doc: LicenceDoc, decision: Decision, at: Temporal.Instant): DomainEvent<'licenceReviewed'> {
  const until = decision.decision === 'approve' ? countsUntil(decision.validUntil, decision.reviewOn).toString() : ''
  return {
    id: `licenceReviewed:${doc.id}`,
    type: 'licenceReviewed',
    ...{ county: doc.county, at, demo: false },
    facts: { licence: doc.id, person: doc.person, cert: doc.cert, approved: decision.decision === 'approve', until },
  }
}

/** His own, the newest first. */
export async function licencesOf(
  { store, people }: Pick<LicencePorts, 'store' | 'people'>,
  person: string,
): Promise<readonly LicenceDoc[]> {
  const query = { index: 'person', county: people.county, equals: { person }, descending: true, limit: LIMIT.pageSize }
  return (await store.find(licences, query)).docs
}
