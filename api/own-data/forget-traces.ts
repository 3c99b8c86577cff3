import { forgetSession } from '../chat/keep-sessions.ts'
import { companies } from '../company/company.collection.ts'
import { LIMIT } from '../core/limit.ts'
import { accept } from '../core/result.ts'
import { creditLines } from '../credit/credit.collection.ts'
import { helperCodes } from '../helper/helper-code.collection.ts'
import { pageLinks } from '../page/link.collection.ts'
import { payouts } from '../payment/payout.collection.ts'
import { conducts } from '../penalty/conduct.collection.ts'
import { bindingCodes } from '../person/binding-code.collection.ts'
import { identityTries } from '../person/identity-tries.collection.ts'
import { licencePictures, licences } from '../person/licence.collection.ts'
import { type PersonDoc, people } from '../person/person.collection.ts'
import { tracesOf } from '../person/traces-of.ts'
import { reputes } from '../repute/repute.collection.ts'
import type { Editor } from '../store/editor.ts'
import { pagesOf } from '../store/pages.ts'
import { type Collection, type Doc, type Query, type Store, StoreUnavailable } from '../store/port.ts'
import { ties } from '../tie/ties.collection.ts'
import type { Vault } from '../vault/vault.ts'

export interface TracesParts {
  readonly store: Store
  readonly editor: Pick<Editor, 'edit'>
  readonly vault: Vault
  readonly county: string
}

/** What stands for the account in a payout whose owner is gone. */
const NOBODY = 'forgotten'

type Found = Pick<Query, 'index' | 'equals'>

/** Removes all that a query finds, a page at a time; `before` is done to each first. */
async function removeAll<T extends Doc>(
  { store, county }: TracesParts,
  from: Collection<T>,
  { before, ...found }: Found & { readonly before?: (doc: T) => Promise<unknown> },
): Promise<void> {
  for (;;) {
    const { docs } = await store.find(from, { ...found, county, limit: LIMIT.pageSize })
    if (docs.length === 0) return
    for (const doc of docs) {
      await before?.(doc)
      await store.remove(from, county, doc.id)
    }
  }
}

/** The account that a payout went to is told by nothing any more, not even by an index that it would have again. */
async function unmarkPayouts({ store, editor, county }: TracesParts, worker: string): Promise<void> {
  for await (const page of pagesOf(store, payouts, { index: 'worker', county, equals: { worker } })) {
    for (const { id } of page) {
      const unmarked = await editor.edit(payouts, { county, id }, (doc) =>
        accept(doc.payeeMark === NOBODY ? doc : { ...doc, payeeMark: NOBODY }),
      )
      if (!unmarked.ok) throw new StoreUnavailable('a payout could not be changed')
    }
  }
}

/** Companies that he spoke for go on without him. */
async function leaveCompanies({ store, editor, county }: TracesParts, person: string): Promise<void> {
  const query = { index: 'representative', county, equals: { 'representatives.person': person } }
  for await (const page of pagesOf(store, companies, query)) {
    for (const { id } of page) {
      const left = await editor.edit(companies, { county, id }, (doc) =>
        accept({ ...doc, representatives: doc.representatives.filter((one) => one.person !== person) }),
      )
      if (!left.ok) throw new StoreUnavailable('a company could not be changed')
    }
  }
}

/** Whom he helped goes on without him. */
async function leaveElders({ store, editor, county }: TracesParts, helper: string): Promise<void> {
  for await (const page of pagesOf(store, people, { index: 'helper', county, equals: { 'helpers.person': helper } })) {
    for (const { id } of page) {
      const left = await editor.edit(people, { county, id }, (doc) =>
        accept({ ...doc, helpers: doc.helpers.filter(({ person }) => person !== helper) }),
      )
      if (!left.ok) throw new StoreUnavailable('somebody who was helped could not be changed')
    }
  }
}

/**
 * Everything that lies elsewhere and is about nobody but him: pictures, licences, addresses of his pages, codes, counts of guesses, how he
 * has kept his word, whom he likes to work with, what the bot remembers. Each step may be done again; whoever was cut off goes on.
 */
export async function forgetTraces(parts: TracesParts, doc: PersonDoc): Promise<void> {
  const { store, vault, county } = parts
  const { id } = doc
  const { contacts, tries } = tracesOf(vault, doc)
  await removeAll(parts, licences, {
    ...{ index: 'person', equals: { person: id } },
    before: (licence) => store.remove(licencePictures, county, licence.id),
  })
  await removeAll(parts, pageLinks, { index: 'person', equals: { person: id } })
  await store.remove(bindingCodes, county, id)
  await store.remove(helperCodes, county, id)
  for (const counted of tries) await store.remove(identityTries, county, counted)
  for (const contact of contacts) await forgetSession(parts, contact)
  for (const own of [creditLines, reputes, ties, conducts] as Collection[]) await store.remove(own, county, id)
  await leaveCompanies(parts, id)
  await leaveElders(parts, id)
  await unmarkPayouts(parts, id)
}
