import { setTimeout as sleep } from 'node:timers/promises'
import { assert } from '../core/assert.ts'
import { instantText } from '../core/clock.ts'
import type { AccountName } from '../core/ledger/account.ts'
import { type Entry, type EntryKey, whoseIs } from '../core/ledger/entry.ts'
import { bookIfCovered, changesOf, type FigureName, NOTHING_YET, type Standing, standingAfter } from '../core/ledger/figure.ts'
import { LIMIT } from '../core/limit.ts'
import type { Fen } from '../core/money.ts'
import { createGate } from '../store/gate.ts'
import { type Page, type Store, StoreUnavailable } from '../store/port.ts'
import { type EntryDoc, entries, entryId } from './entry.collection.ts'

export interface StatementQuery {
  readonly from?: Temporal.Instant
  readonly after?: string | undefined
  readonly limit: number
}

/** `short`: somebody would give what he has not. `other`: the key has moved other money. */
export type Appended = 'written' | 'short' | 'other'

/**
 * The book of one county. An entry is one insert that carries the balances it leads to, each tied to the line it follows, so there is no
 * second document to fall behind after a crash, a balance is one read however long the account, and nobody can be overdrawn by a race.
 */
export interface Ledger {
  /** Twice is once. Throws when the same key moves other money, or when somebody would give what he has not. */
  append(entry: Entry): Promise<void>
  /** The same for what somebody asks for himself, where both are an answer: nothing is written then. */
  appendIfCovered(entry: Entry): Promise<Appended>
  entryOf(key: EntryKey): Promise<Entry | undefined>
  amountOf(figure: FigureName): Promise<Fen>
  /** The entries of one account, the newest first. */
  statement(account: AccountName, query: StatementQuery): Promise<Page<Entry>>
}

const PATIENT_ATTEMPTS = 2
const STEP_ASIDE_MS = 8
const GATE_LIMITS = { holdMs: 15_000, waitingMax: 10_000 }

const moves = (entry: Entry): string => {
  const about = 'job' in entry ? [entry.employer, entry.job] : [entry.worker]
  return JSON.stringify([about, entry.postings.map((each) => [each.account, each.amountFen])])
}

interface Book {
  readonly store: Pick<Store, 'insert' | 'get' | 'find'>
  readonly county: string
}

export function createLedger(book: Book): Ledger {
  const { store, county } = book
  /** One person's entries would only ever get in each other's way. */
  const gate = createGate(GATE_LIMITS)

  async function appendIfCovered(entry: Entry): Promise<Appended> {
    assert(entry.county === county, 'an entry is written in the book of its county')
    return await gate.run(whoseIs(entry), () => appendTo(book, entry))
  }

  return {
    appendIfCovered,
    async append(entry) {
      const appended = await appendIfCovered(entry)
      assert(appended !== 'other', 'a key moves the same money each time')
      assert(appended !== 'short', 'nobody gives what he has not')
    },
    entryOf: async (key) => (await store.get(entries, county, entryId(key)))?.entry,
    amountOf: async (figure) => (await standingOf(book, figure)).amountFen,
    async statement(account, { from, after, limit }) {
      const page = await store.find(entries, {
        index: 'statement',
        county,
        equals: { 'entry.postings.account': account },
        ...(from === undefined ? {} : { range: { field: 'entry.at', from: instantText(from) } }),
        ...(after === undefined ? {} : { after }),
        descending: true,
        limit,
      })
      return { ...page, docs: page.docs.map(({ entry }) => entry) }
    },
  }
}

async function appendTo(book: Book, entry: Entry): Promise<Appended> {
  for (let attempt = 0; attempt < LIMIT.editAttempts; attempt += 1) {
    if (attempt > PATIENT_ATTEMPTS) await sleep(Math.random() * STEP_ASIDE_MS * attempt)
    const appended = await tryAppend(book, entry)
    if (appended !== undefined) return appended
  }
  throw new StoreUnavailable('many write the same account at once')
}

/** undefined: somebody else followed one of the lines. Looks for the entry itself after the standings, which must not contain it. */
async function tryAppend(book: Book, entry: Entry): Promise<Appended | undefined> {
  const { store, county } = book
  const names = [...changesOf(entry).keys()]
  const standings = new Map(await Promise.all(names.map(async (name) => [name, await standingOf(book, name)] as const)))
  const known = await store.get(entries, county, entryId(entry.key))
  if (known !== undefined) return moves(known.entry) === moves(entry) ? 'written' : 'other'
  const booked = bookIfCovered(entry, (name) => standings.get(name) ?? NOTHING_YET)
  if (booked === undefined) return 'short'
  const doc: EntryDoc = { id: entryId(entry.key), county, version: 1, ...booked }
  return (await store.insert(entries, doc)).ok ? 'written' : undefined
}

async function standingOf({ store, county }: Book, name: FigureName): Promise<Standing> {
  const newest = { index: 'figure', county, equals: { 'figures.name': name }, descending: true, limit: 1 }
  const { docs } = await store.find(entries, newest)
  return docs[0] === undefined ? NOTHING_YET : standingAfter(docs[0], name)
}
