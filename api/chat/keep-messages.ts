import { type Clock, instantText } from '../core/clock.ts'
import { LIMIT } from '../core/limit.ts'
import { pagesOf } from '../store/pages.ts'
import type { Store } from '../store/port.ts'
import { deriveId } from '../vault/digest.ts'
import { sealedIn, withSealed } from '../vault/sealed-in.ts'
import type { Vault } from '../vault/vault.ts'
import { type MessageDoc, messages } from './message.collection.ts'

export interface ChatParts {
  readonly store: Store
  readonly vault: Vault
  readonly county: string
  readonly clock: Clock
}

/** As much of a chat line as must survive a crash; plain JSON values only. */
export interface Keepable {
  readonly account: string
  readonly id: string
}

const placeOf = (id: string) => ({ collection: 'messages', id, field: 'message' })

/**
 * The inbox: a message is received once, whatever the channel repeats. `freeze` and `thaw` turn a message into text and back, because only
 * the bot knows what a message holds.
 */
export function keepMessages<Message extends Keepable>(
  { store, vault, county, clock }: ChatParts,
  { freeze, thaw }: { freeze: (message: Message) => string; thaw: (text: string) => Message },
) {
  const idOf = ({ account, id }: Keepable): string => deriveId('message', `${account}\0${id}`)

  async function receive(message: Message): Promise<'handle' | 'known'> {
    const id = idOf(message)
    const sealed = vault.seal(placeOf(id), freeze(message))
    const received = await store.insert(messages, { id, county, version: 1, state: 'received', at: clock.now(), sealed })
    if (received.ok) return 'handle'
    const before = await store.get(messages, county, id)
    return before?.state === 'received' ? 'handle' : 'known'
  }

  /** The version is mostly known, so no read is needed; when another process has answered meanwhile, nothing is left to do. */
  async function finish(message: Message): Promise<void> {
    const answered = { id: idOf(message), county, state: 'answered' as const, at: clock.now(), sealed: null }
    const done = await store.replace(messages, { ...answered, version: 2 }, 1)
    const now = done.ok ? undefined : await store.get(messages, county, answered.id)
    if (now?.state === 'received') await store.replace(messages, { ...answered, version: now.version + 1 }, now.version)
  }

  /** What is older than a command may be is nothing to act on any more; left out, so that it never stands before what is. */
  async function unfinished(): Promise<readonly Message[]> {
    const range = { field: 'at', from: instantText(clock.now().subtract({ minutes: LIMIT.commandAgeMinutes })) }
    const { docs } = await store.find(messages, { index: 'state', county, equals: { state: 'received' }, range, limit: LIMIT.pageSize })
    return docs.flatMap(({ id, sealed }) => (sealed === null ? [] : [thaw(vault.open(placeOf(id), sealed))]))
  }

  return { receive, finish, unfinished }
}

/** What is received is sealed with the county's keys until it is answered. */
export const sealedMessages = sealedIn<MessageDoc>({
  of: messages,
  every: (store, county) => pagesOf(store, messages, { index: 'state', county, equals: { state: 'received' } }),
  resealed: (doc, again) => (doc.sealed === null ? doc : withSealed(doc, again(placeOf(doc.id), doc.sealed))),
})
