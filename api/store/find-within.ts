import { hash } from 'node:crypto'
import { readPosition } from './cursor.ts'
import { BadCursor, type Collection, type Doc, type FieldPath, type Page, type Query, type Store } from './port.ts'
import { toStored, valueAt } from './stored.ts'

/** Some townships only. `index` has the township right behind the county, then what `equals` names, then `sort`, which holds texts. */
export interface Within {
  readonly townships: readonly string[]
  readonly index: string
  readonly township: FieldPath
  readonly sort: FieldPath
}

interface Place {
  readonly sort: string
  readonly id: string
}

interface Row<T> extends Place {
  readonly doc: T
}

interface Asked<T extends Doc> {
  readonly from: Collection<T>
  readonly query: Query
  readonly within: Within
  readonly behind: Place
}

const START: Place = { sort: '', id: '' }
const SEAL_CHARACTERS = 16

const isAfter = (a: Place, b: Place): boolean => a.sort > b.sort || (a.sort === b.sort && a.id > b.id)

/** Binds a cursor to its question. It is no secret: what may be seen follows from who asks, each time. */
function sealOf({ from, query, within }: Omit<Asked<Doc>, 'behind'>, position: string): string {
  const asked = [from.name, within.index, within.townships, query.equals ?? {}, query.range?.below ?? null, position]
  return hash('sha256', JSON.stringify(asked), 'base64url').slice(0, SEAL_CHARACTERS)
}

function cursorAt(asked: Omit<Asked<Doc>, 'behind'>, { sort, id }: Place): string {
  const position = Buffer.from(JSON.stringify([sort, id])).toString('base64url')
  return `${position}.${sealOf(asked, position)}`
}

function placeIn(asked: Omit<Asked<Doc>, 'behind'>, cursor: string | undefined): Place {
  if (cursor === undefined) return START
  const [position = '', seal, ...more] = cursor.split('.')
  if (more.length > 0 || seal !== sealOf(asked, position)) throw new BadCursor('this cursor was not made by this query')
  const place = readPosition(position)
  const [sort, id] = Array.isArray(place) ? place : []
  if (typeof sort !== 'string' || typeof id !== 'string') throw new BadCursor('this cursor names no place')
  return { sort, id }
}

/** The first rows of one township behind a place, one more than a page, so that it is known whether there is more. */
async function rowsIn<T extends Doc>(store: Pick<Store, 'find'>, { from, query, within, behind }: Asked<T>, township: string) {
  const equals = { [within.township]: township, ...query.equals }
  const first = behind.sort > String(query.range?.from ?? '') ? behind.sort : (query.range?.from ?? '')
  const range = { ...query.range, field: within.sort, from: first }
  const rows: Row<T>[] = []
  for (let after: string | undefined; ; ) {
    const page = await store.find(from, { ...query, index: within.index, equals, range, ...(after === undefined ? {} : { after }) })
    const placed = page.docs.map((doc) => ({ doc, id: doc.id, sort: String(valueAt(toStored(from, doc), within.sort)) }))
    rows.push(...placed.filter((row) => isAfter(row, behind)))
    after = page.next
    if (after === undefined || rows.length > query.limit) return rows
  }
}

/**
 * A query cut down to some townships before it is read, in the order of the whole: each township is read along its own index and they are
 * merged. Without townships it is the query as it stands.
 */
export async function findWithin<T extends Doc>(
  store: Pick<Store, 'find'>,
  { from, query }: Pick<Asked<T>, 'from' | 'query'>,
  within: Within | undefined,
): Promise<Page<T>> {
  if (within === undefined) return store.find(from, query)
  const { after, ...rest } = query
  const about = { from, query: rest, within }
  const asked = { ...about, behind: placeIn(about, after) }
  const found = await Promise.all([...new Set(within.townships)].map((township) => rowsIn(store, asked, township)))
  const rows = found.flat().sort((a, b) => (isAfter(a, b) ? 1 : -1))
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const docs = page.map(({ doc }) => doc)
  return last === undefined || rows.length <= query.limit ? { docs } : { docs, next: cursorAt(about, last) }
}
