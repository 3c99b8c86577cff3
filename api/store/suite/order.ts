import { z } from 'zod'
import { fen } from '../../core/money.ts'
import { fenAmount, instant, plainDate } from '../codecs.ts'
import { collection } from '../collection.ts'
import type { Query, Store } from '../port.ts'

const schema = z.strictObject({
  id: z.string(),
  county: z.string(),
  version: z.int(),
  number: z.string().nullable(),
  account: z.string().optional(),
  channel: z.string().optional(),
  state: z.enum(['open', 'full', 'done']),
  rank: z.number().nullable(),
  urgent: z.boolean(),
  at: instant,
  dueAt: instant.optional(),
  day: plainDate,
  pay: fenAmount,
  place: z.strictObject({ town: z.string().nullable() }),
  takes: z.array(z.strictObject({ worker: z.string(), key: z.string(), seat: z.int().positive(), note: z.string().optional() })),
  tags: z.array(z.string()),
  extra: z.record(z.string(), z.unknown()),
})

export type Order = z.infer<typeof schema>

/** A collection with one of everything that the port promises. */
export const orders = collection({
  name: 'order',
  schema,
  unique: {
    number: ['county', 'number'],
    message: ['account', 'channel'],
    take: ['county', 'takes.key'],
  },
  indexes: {
    state: ['county', 'state', 'rank'],
    due: ['county', 'dueAt'],
    urgent: ['county', 'urgent'],
    town: ['county', 'place.town', 'state'],
    worker: ['county', 'takes.worker', 'rank'],
    tag: ['county', 'tags', 'state', 'rank'],
  },
})

let counties = 0

/** Each test has a county to itself, so that one database serves them all. */
export const aCounty = (): string => `county${++counties}`

export const AT = Temporal.Instant.from('2026-11-23T07:30:00+08:00')

/** An order that names only what its test is about. */
export const anOrder = (change: Partial<Order> & Pick<Order, 'county'>): Order => ({
  id: 'o1',
  version: 1,
  number: null,
  state: 'open',
  rank: 1,
  urgent: false,
  at: AT,
  day: Temporal.PlainDate.from('2026-11-24'),
  pay: fen(30_000),
  place: { town: null },
  takes: [],
  tags: [],
  extra: {},
  ...change,
})

export const aTake = (worker: string, key = worker, seat = 1): Order['takes'][number] => ({ worker, key, seat })

export async function insertAll(store: Store, docs: readonly Order[]): Promise<void> {
  const answers = await Promise.all(docs.map((doc) => store.insert(orders, doc)))
  const refused = answers.find((answer) => !answer.ok)
  if (refused !== undefined) throw new Error(`the test's own documents clash: ${JSON.stringify(refused)}`)
}

/** The ids of one page. */
export async function idsOf(store: Store, query: Omit<Query, 'limit'> & Partial<Pick<Query, 'limit'>>): Promise<readonly string[]> {
  const { docs } = await store.find(orders, { limit: 100, ...query })
  return docs.map((doc) => doc.id)
}
