import type { Audit } from '../audit/audit.ts'
import type { Actor } from '../core/audit/audited.ts'
import type { Clock } from '../core/clock.ts'
import { asId } from '../core/id.ts'
import { LIMIT } from '../core/limit.ts'
import type { OwnTell } from '../core/notice/own-notices.ts'
import { accept, type Result } from '../core/result.ts'
import { withEvents } from '../event/outbox.ts'
import type { People } from '../person/find-person.ts'
import { formerPeople } from '../person/former.collection.ts'
import { keepIdentity } from '../person/kept-identity.ts'
import { type PersonDoc, people } from '../person/person.collection.ts'
import { countedOf, personErased } from '../person/person-event.ts'
import type { Editor } from '../store/editor.ts'
import { StoreUnavailable } from '../store/port.ts'
import { forgetTraces, type TracesParts } from './forget-traces.ts'
import { refuseBound, type StandingBooks, standingOf } from './standing.ts'

export interface ErasureParts extends TracesParts, StandingBooks {
  readonly store: TracesParts['store']
  readonly editor: Editor
  readonly clock: Clock
  readonly people: Pick<People, 'changed'>
  readonly setTimer: (timer: { readonly kind: string; readonly subject: string; readonly dueAt: Temporal.Instant }) => Promise<void>
  readonly audit: Audit
  readonly tell: (cause: string, tell: OwnTell) => Promise<void>
}

export const ERASE_PERSON = 'erase-person'
const SYSTEM: Actor = { role: 'system', id: ERASE_PERSON }
/** Should whoever asked die before he has marked the person, this comes late and finds nothing to do. */
const UNMARKED_SECONDS = 60

/**
 * Somebody wants to be forgotten. He is marked, so that he does nothing new and nobody finds him; when every process knows it, his obligations are
 * looked at once more and he is forgotten by a timer, which also finishes what a crash cuts off.
 */
export async function askErasure(parts: ErasureParts, { id }: Pick<PersonDoc, 'id'>): Promise<Result<{ readonly by: Temporal.Instant }>> {
  const { editor, clock, county, setTimer, people: room } = parts
  const at = clock.now()
  const no = refuseBound(await standingOf(parts, id, at))
  if (no !== undefined) return no
  const by = at.add({ seconds: LIMIT.leavingSeconds })
  await setTimer({ kind: ERASE_PERSON, subject: id, dueAt: at.add({ seconds: UNMARKED_SECONDS }) })
  const marked = await editor.edit(people, { county, id }, (doc) => accept(doc.leaving === null ? { ...doc, leaving: { at } } : doc), {
    missing: 'not-registered',
  })
  room.changed(id)
  if (!marked.ok) return marked
  await setTimer({ kind: ERASE_PERSON, subject: id, dueAt: by })
  return accept({ by })
}

/** Something came between: he stays, as if he had not asked, and hears of it. */
async function stay(parts: ErasureParts, doc: PersonDoc, at: Temporal.Instant): Promise<void> {
  const { editor, county, audit, tell, people: room } = parts
  const key = `${ERASE_PERSON}:${doc.id}:${at}:stopped`
  await audit({ key, actor: SYSTEM, action: 'erase-person', subjects: [doc.id], facts: { step: 'stopped' } })
  await tell(key, { kind: 'erasure-stopped', person: doc.id })
  const stayed = await editor.edit(people, { county, id: doc.id }, (now) => accept(now.leaving === null ? now : { ...now, leaving: null }))
  room.changed(doc.id)
  if (!stayed.ok) throw new StoreUnavailable('somebody who stays could not be changed')
}

/** What of him is counted, and what happened to him that nobody has heard of yet, under his id; then all the rest goes with his key. */
async function shred({ editor, store, clock, people: room }: ErasureParts, doc: PersonDoc): Promise<void> {
  const { id, county, outbox, outboxSince } = doc
  const erasedAt = clock.now()
  await editor.insert(
    formerPeople,
    withEvents({ ...countedOf(doc), version: 1, erasedAt, outbox, outboxSince }, [personErased(doc, erasedAt)]),
  )
  await store.remove(people, county, id)
  room.changed(id)
}

export const createErasureTasks = (parts: ErasureParts) => ({
  async [ERASE_PERSON](subject: string): Promise<void> {
    const { store, county, clock, audit } = parts
    const id = asId<'person'>(subject)
    const doc = await store.get(people, county, id)
    if (doc !== undefined && doc.leaving === null) return
    if (doc?.leaving) {
      const { obligation, keptUntil } = await standingOf(parts, id, clock.now())
      if (obligation !== undefined) return stay(parts, doc, doc.leaving.at)
      await forgetTraces(parts, doc)
      if (keptUntil !== undefined) await keepIdentity(parts, doc, keptUntil)
      await shred(parts, doc)
    }
    await audit({ key: `${ERASE_PERSON}:${id}:done`, actor: SYSTEM, action: 'erase-person', subjects: [id], facts: { step: 'done' } })
  },
})
