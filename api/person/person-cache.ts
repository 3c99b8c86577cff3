import type { Clock } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import type { Person } from '../core/person/person.ts'

/** So long another process's change may go unseen; this process's own are seen at once. */
const FRESH_MS = 1000
const PEOPLE_MAX = 5000
const CONTACTS_MAX = 10_000

/** Opened people for the burst of commands a conversation is. Who is not registered is never remembered. */
export interface PersonCache {
  byId(id: PersonId): Person | undefined
  byContact(contact: string): Person | undefined
  /** Remembers what `load` finds, unless somebody was forgotten while it was loading: what it read may be older than that. */
  through(load: () => Promise<Person | undefined>): Promise<Person | undefined>
  forget(id: PersonId): void
}

interface Entry {
  readonly person: Person
  readonly readAtMs: number
}

export function createPersonCache(clock: Clock): PersonCache {
  const entries = new Map<PersonId, Entry>()
  const idByContact = new Map<string, PersonId>()
  let timesForgotten = 0
  const nowMs = () => clock.now().epochMilliseconds

  function byId(id: PersonId): Person | undefined {
    const entry = entries.get(id)
    const ageMs = entry === undefined ? Number.NaN : nowMs() - entry.readAtMs
    return ageMs >= 0 && ageMs <= FRESH_MS ? entry?.person : undefined
  }

  function byContact(contact: string): Person | undefined {
    const id = idByContact.get(contact)
    const person = id === undefined ? undefined : byId(id)
    return person?.contacts.some((own) => own === contact) ? person : undefined
  }

  function remember(person: Person, readAtMs: number): void {
    entries.delete(person.id)
    entries.set(person.id, { person, readAtMs })
    const oldest = entries.keys().next().value
    if (entries.size > PEOPLE_MAX && oldest !== undefined) entries.delete(oldest)
    if (idByContact.size >= CONTACTS_MAX) idByContact.clear()
    for (const contact of person.contacts) idByContact.set(contact, person.id)
  }

  async function through(load: () => Promise<Person | undefined>): Promise<Person | undefined> {
    const readAtMs = nowMs()
    const before = timesForgotten
    const person = await load()
    if (person && before === timesForgotten) remember(person, readAtMs)
    return person
  }

  return {
    byId,
    byContact,
    through,
    forget(id) {
      timesForgotten += 1
      entries.delete(id)
    },
  }
}
