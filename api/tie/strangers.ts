import type { Clock } from '../core/clock.ts'
import { asId, type PersonId } from '../core/id.ts'
import { LIMIT } from '../core/limit.ts'
import type { Store } from '../store/port.ts'
import { ties } from './ties.collection.ts'

/** So long another process's block may go unseen; this process's own is seen at once. */
const FRESH_MS = 1000
const REMEMBERED = 2000

/** Whom somebody does not meet, because one of the two has blocked the other. Which of them it was is in nothing that leaves here. */
export interface Strangers {
  of(person: PersonId): Promise<ReadonlySet<PersonId>>
  /** To be told of each own change. */
  changed(): void
}

/** Whom an employer likes to ask, of those who have not had enough of him; who was named last is told first. */
export function createPreferredBy({ store, county }: { store: Pick<Store, 'get' | 'find'>; county: string }) {
  return async (employer: PersonId): Promise<readonly PersonId[]> => {
    const preferred = (await store.get(ties, county, employer))?.preferred ?? []
    if (preferred.length === 0) return []
    const away = new Set(await blockedBy({ store, county }, employer))
    return preferred
      .map(({ person }) => person)
      .filter((person) => !away.has(person))
      .slice(-LIMIT.toldFirst)
  }
}

async function blockedBy(
  { store, county }: { store: Pick<Store, 'find'>; county: string },
  person: PersonId,
): Promise<readonly PersonId[]> {
  const found: PersonId[] = []
  for (let after: string | undefined; found.length < LIMIT.blockedByMany; ) {
    const query = { index: 'blocked', county, equals: { 'blocked.person': person }, limit: LIMIT.pageSize }
    const page = await store.find(ties, after === undefined ? query : { ...query, after })
    found.push(...page.docs.map(({ id }) => asId<'person'>(id)))
    if (page.next === undefined) break
    after = page.next
  }
  return found
}

/** Where nobody has blocked anybody. */
export const NO_STRANGERS: Pick<Strangers, 'of'> = { of: async () => new Set() }

interface Entry {
  readonly people: Promise<ReadonlySet<PersonId>>
  readonly readAtMs: number
}

/** A crowd in front of one job asks for the same employer, so it costs two reads a second and no more. */
export function createStrangers({ store, county, clock }: { store: Pick<Store, 'get' | 'find'>; county: string; clock: Clock }): Strangers {
  const entries = new Map<PersonId, Entry>()

  async function read(person: PersonId): Promise<ReadonlySet<PersonId>> {
    const [own, others] = await Promise.all([store.get(ties, county, person), blockedBy({ store, county }, person)])
    return new Set([...(own?.blocked ?? []).map((tie) => tie.person), ...others])
  }

  return {
    of(person) {
      const nowMs = clock.now().epochMilliseconds
      const known = entries.get(person)
      const ageMs = known === undefined ? Number.NaN : nowMs - known.readAtMs
      if (known && ageMs >= 0 && ageMs <= FRESH_MS) return known.people
      if (entries.size >= REMEMBERED) entries.clear()
      const people = read(person)
      entries.set(person, { people, readAtMs: nowMs })
      people.catch(() => entries.delete(person))
      return people
    },
    changed: () => entries.clear(),
  }
}
