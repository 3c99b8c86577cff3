import { LIMIT } from '../core/limit.ts'
import type { Collection, Doc, Store } from '../store/port.ts'
import type { Vault } from './vault.ts'
import { VaultError } from './vault-error.ts'

type Docs = Pick<Store, 'get' | 'find' | 'replace'>

/** How the documents of a collection hold what is sealed with the county's keys. */
interface SealedDocs<T extends Doc> {
  readonly of: Collection<T>
  /** All that may hold any, a page at a time. */
  readonly every: (store: Docs, county: string) => AsyncIterable<readonly T[]>
  /** The document with each of its envelopes sealed again, and found by each key in use; the very same where nothing had to be done. */
  readonly resealed: (doc: T, again: Vault['reseal'], vault: Vault) => T
}

export interface Passed {
  readonly seen: number
  readonly renewed: number
  /** Somebody was faster each time, or the envelope does not open: the next pass tries again. */
  readonly left: number
}

export interface Pass {
  readonly store: Docs
  readonly county: string
  readonly vault: Vault
  readonly onPage: (passed: Passed) => void
}

/** One collection to be sealed again, whatever its documents are. */
export interface Sealed {
  readonly name: string
  /** Goes through all of it once. What is sealed with the current key is left as it is, so a pass may be broken off and begun anew. */
  readonly pass: (pass: Pass) => Promise<Passed>
}

export const withSealed = <T extends { readonly sealed: string | null }>(doc: T, sealed: string): T =>
  sealed === doc.sealed ? doc : { ...doc, sealed }

export const sealedIn = <T extends Doc>(docs: SealedDocs<T>): Sealed => ({
  name: docs.of.name,
  async pass(pass) {
    const count = { seen: 0, renewed: 0, left: 0 }
    for await (const page of docs.every(pass.store, pass.county)) {
      for (const outcome of await Promise.all(page.map((doc) => resealOne(docs, doc, pass)))) {
        count.seen += 1
        if (outcome !== 'current') count[outcome] += 1
      }
      pass.onPage({ ...count })
    }
    return count
  },
})

/** One conditional write, on the newest version: whatever a server changes meanwhile stays. */
async function resealOne<T extends Doc>(docs: SealedDocs<T>, found: T, pass: Pass): Promise<'current' | 'renewed' | 'left'> {
  let doc: T | undefined = found
  for (let attempt = 0; doc !== undefined && attempt < LIMIT.editAttempts; attempt += 1) {
    const next = sealedAgain(docs, doc, pass)
    if (next === undefined) return 'left'
    if (next === doc) return 'current'
    const replaced = await pass.store.replace(docs.of, { ...next, version: doc.version + 1 }, doc.version)
    if (replaced.ok) return 'renewed'
    doc = await pass.store.get(docs.of, pass.county, found.id)
  }
  return doc === undefined ? 'current' : 'left'
}

/** undefined where an envelope does not open: it was tampered with, or its key is not in the ring. */
function sealedAgain<T extends Doc>({ resealed }: SealedDocs<T>, doc: T, { vault }: Pass): T | undefined {
  try {
    return resealed(doc, vault.reseal, vault)
  } catch (error) {
    if (error instanceof VaultError) return undefined
    throw error
  }
}
