import { FREE_COUNTER } from '@linggong/seeds/demo/counters.ts'
import { type DemoCounty, demoCounty } from '@linggong/seeds/demo/demo-county.ts'
import { registrationOf } from '@linggong/seeds/demo/person.ts'
import { z } from 'zod'
import type { Clock } from './core/clock.ts'
import { asIdNumber } from './core/person/id-number.ts'
import { jobs } from './job/job.collection.ts'
import { leaveNumbersBelow } from './job/job-number.ts'
import { importedId } from './person/import-person.ts'
import { people } from './person/person.collection.ts'
import { type BulkParts, insertJob, loadBulk, takeIn } from './start-demo-bulk.ts'
import { hearQuietly, type QuietCounty } from './start-quietly.ts'
import { instant } from './store/codecs.ts'
import { collection } from './store/collection.ts'
import { UNNAMED_KID } from './vault/key-ring.ts'
import type { Vault } from './vault/vault.ts'

export interface DemoParts {
  readonly county: QuietCounty
  readonly vault: Vault
  readonly clock: Clock
  /** The account of the channel on which the cast is met. */
  readonly account: string
  /** A shorter story, for who has less time. */
  readonly tell?: typeof demoCounty
}

export interface Demo {
  /** The people of the chat and the open jobs are there. */
  readonly cast: Promise<void>
  /** So is everything else, or the loading was stopped. Rejects when it failed; the next start goes on with it. */
  readonly whole: Promise<void>
  /** Ends the loading, which goes on at the next start. Resolves when nothing more is written. */
  stop(): Promise<void>
}

const marker = z.strictObject({
  id: z.string(),
  county: z.string(),
  version: z.int(),
  /** The story depends on when it is told; whoever finishes it after a crash must tell the same one. */
  toldAt: instant,
  account: z.string(),
  /** The index key that the ids of its people were made with. */
  kid: z.string().default(UNNAMED_KID),
  state: z.enum(['begun', 'whole']),
})
type Marker = Readonly<z.output<typeof marker>>
const markers = collection<Marker>({ name: 'demoCounty', schema: marker })
const MARKER = 'story'

/**
 * Loads the demo county into an empty database, or finishes what was begun; a database that holds anything else is left alone. Everything
 * is inserted under ids that follow from the story, so it may be interrupted anywhere and said again.
 */
export function loadDemo(parts: DemoParts): Demo {
  const stopping = new AbortController()
  const begun = begin(parts)
  const cast = begun.then((found) => (found?.state === 'begun' ? loadCast(parts, found) : undefined))
  const whole = loadRest(parts, { begun, cast, signal: stopping.signal })
  /** Whoever waits for one of them hears of a failure; nobody has to. */
  for (const part of [cast, whole]) part.catch(() => undefined)
  return {
    cast,
    whole,
    async stop() {
      stopping.abort()
      await whole.catch(() => undefined)
    },
  }
}

async function begin({ county: { county, store }, vault, clock, account }: DemoParts): Promise<Marker | undefined> {
  const found = await store.get(markers, county, MARKER)
  if (found !== undefined) return found
  const someone = await store.find(people, { index: 'registered', county, limit: 1 })
  const something = await store.find(jobs, { index: 'employer', county, limit: 1 })
  if (someone.docs.length + something.docs.length > 0) return undefined
  await store.insert(markers, { id: MARKER, county, version: 1, toldAt: clock.now(), account, kid: vault.indexes.kid, state: 'begun' })
  return store.get(markers, county, MARKER)
}

const storyOf = ({ vault, tell = demoCounty }: DemoParts, { toldAt, kid }: Marker): DemoCounty =>
  tell({ now: toldAt, idOf: (idNumber) => importedId(vault, asIdNumber(idNumber), kid) })

const bulkOf = ({ county, vault, clock }: DemoParts, { account }: Marker): Omit<BulkParts, 'signal'> => ({
  county,
  account,
  registration: { editor: county.editor, people: county.people, clock, vault },
})

/** First the numbers, so that no job posted meanwhile gets one of ours. */
async function loadCast(parts: DemoParts, found: Marker): Promise<void> {
  const { county } = parts
  const { cast, openJobs } = storyOf(parts, found)
  await leaveNumbersBelow(FREE_COUNTER, county)
  await takeIn(bulkOf(parts, found), cast)
  const hear = hearQuietly(county)
  await Promise.all(
    openJobs.map(async (told) => {
      await insertJob(county, told)
      await hear(told.events)
    }),
  )
  await county.fold(cast.map(registrationOf))
}

interface Rest {
  readonly begun: Promise<Marker | undefined>
  readonly cast: Promise<void>
  readonly signal: AbortSignal
}

async function loadRest(parts: DemoParts, { begun, cast, signal }: Rest): Promise<void> {
  await cast
  const found = await begun
  if (found?.state !== 'begun') return
  try {
    await loadBulk({ ...bulkOf(parts, found), signal }, storyOf(parts, found))
  } catch (error) {
    if (signal.aborted) return
    throw error
  }
  await parts.county.store.replace(markers, { ...found, version: found.version + 1, state: 'whole' }, found.version)
}
