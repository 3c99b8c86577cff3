import { pagesOf } from '../store/pages.ts'
import type { Store } from '../store/port.ts'
import { deriveId } from '../vault/digest.ts'
import { sealedIn, withSealed } from '../vault/sealed-in.ts'
import type { ChatParts } from './keep-messages.ts'
import { type SessionDoc, sessions } from './session.collection.ts'

const placeOf = (id: string) => ({ collection: 'sessions', id, field: 'session' })

/** What was saved meanwhile was mostly the same, sealed anew with a newer key. */
const SAVE_ATTEMPTS = 3

const idOf = (conversation: string): string => deriveId('session', conversation)

/** Forgets a conversation; whoever goes on with it begins anew. */
export async function forgetSession({ store, county }: Pick<ChatParts, 'county'> & { store: Pick<Store, 'remove'> }, conversation: string) {
  await store.remove(sessions, county, idOf(conversation))
}

/**
 * What the bot remembers of each conversation. Conversations run one line at a time, so the last save is the right one; when it lost a race
 * all the same, the person is asked again rather than acted for.
 */
export function keepSessions<Session>({ store, vault, county, clock }: ChatParts) {
  async function load(conversation: string): Promise<Session | undefined> {
    const id = idOf(conversation)
    const doc = await store.get(sessions, county, id)
    return doc && JSON.parse(vault.open(placeOf(id), doc.sealed))
  }

  async function save(conversation: string, session: Session): Promise<void> {
    const id = idOf(conversation)
    const sealed = vault.seal(placeOf(id), JSON.stringify(session))
    for (let attempt = 0; attempt < SAVE_ATTEMPTS; attempt += 1) {
      const before = await store.get(sessions, county, id)
      const doc = { id, county, version: (before?.version ?? 0) + 1, at: clock.now(), sealed }
      const saved = before ? await store.replace(sessions, doc, before.version) : await store.insert(sessions, doc)
      if (saved.ok) return
    }
  }

  return { load, save }
}

/** A conversation is sealed as a whole with the county's keys. */
export const sealedSessions = sealedIn<SessionDoc>({
  of: sessions,
  every: (store, county) => pagesOf(store, sessions, { index: 'age', county }),
  resealed: (doc, again) => withSealed(doc, again(placeOf(doc.id), doc.sealed)),
})
