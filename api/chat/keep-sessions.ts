import { deriveId } from '../vault/digest.ts'
import type { ChatParts } from './keep-messages.ts'
import { sessions } from './session.collection.ts'

const placeOf = (id: string) => ({ collection: 'sessions', id, field: 'session' })

/**
 * What the bot remembers of each conversation. Conversations run one line at a time, so the last save is the right one; when it lost a race
 * all the same, the person is asked again rather than acted for.
 */
export function keepSessions<Session>({ store, vault, county, clock }: ChatParts) {
  const idOf = (conversation: string): string => deriveId('session', conversation)

  async function load(conversation: string): Promise<Session | undefined> {
    const id = idOf(conversation)
    const doc = await store.get(sessions, county, id)
    return doc && JSON.parse(vault.open(placeOf(id), doc.sealed))
  }

  async function save(conversation: string, session: Session): Promise<void> {
    const id = idOf(conversation)
    const sealed = vault.seal(placeOf(id), JSON.stringify(session))
    const before = await store.get(sessions, county, id)
    const doc = { id, county, version: (before?.version ?? 0) + 1, at: clock.now(), sealed }
    if (before) await store.replace(sessions, doc, before.version)
    else await store.insert(sessions, doc)
  }

  return { load, save }
}
