import { assert } from '../core/assert.ts'
import { type Clock, instantText, isBefore } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import { LIMIT } from '../core/limit.ts'
import { accept, refuse } from '../core/result.ts'
import type { Editor } from '../store/editor.ts'
import { type Store, StoreUnavailable } from '../store/port.ts'
import { deriveId } from '../vault/digest.ts'
import { type OwnPage, type PageLink, pageLinks } from './link.collection.ts'

interface PageLinksParts {
  readonly store: Pick<Store, 'get' | 'find' | 'remove'>
  readonly editor: Pick<Editor, 'insert' | 'edit'>
  readonly county: string
  readonly clock: Clock
  /** What stands in an address: nobody can guess it. */
  readonly newCode: () => string
}

export interface NewLink {
  readonly page: OwnPage
  readonly person: PersonId
  readonly payout?: string
  readonly cert?: string
}

export interface PageLinks {
  make(link: NewLink): Promise<{ readonly code: string; readonly expiresAt: Temporal.Instant }>
  /** Whose page it opens now; undefined when it never did, or does no more. */
  find(page: OwnPage, code: string): Promise<PageLink | undefined>
  /** The same, once: whoever comes second finds it used. */
  use(page: OwnPage, code: string): Promise<PageLink | undefined>
  /** Forgets some of what opens nothing any more. */
  forget(): Promise<void>
}

/** A payout can be confirmed for a day; who has the address to name an account with could have money sent to himself. */
export const LINK_MINUTES = { wallet: 30, payee: 10, payout: 24 * 60, upload: 30, 'own-data': 10 } as const satisfies Record<
  OwnPage,
  number
>

const idOf = (code: string): string => deriveId('page-link', code)

export function createPageLinks({ store, editor, county, clock, newCode }: PageLinksParts): PageLinks {
  const opens = (link: PageLink | undefined, page: OwnPage): link is PageLink =>
    link !== undefined && link.page === page && link.usedAt === null && isBefore(clock.now(), link.expiresAt)

  return {
    async make({
      page,
      person,
      payout = null,
      cert = null,
    }: Pick<PageLink, 'page' | 'person'> & Partial<Pick<PageLink, 'payout' | 'cert'>>) {
      const code = newCode()
      const expiresAt = clock.now().add({ minutes: LINK_MINUTES[page] })
      const made = await editor.insert(pageLinks, {
        id: idOf(code),
        county,
        version: 1,
        page,
        person,
        payout,
        cert,
        expiresAt,
        usedAt: null,
      })
      assert(made.ok, 'no two addresses are alike')
      return { code, expiresAt }
    },
    async find(page, code) {
      const link = await store.get(pageLinks, county, idOf(code))
      return opens(link, page) ? link : undefined
    },
    async use(page, code) {
      const usedAt = clock.now()
      const used = await editor.edit(pageLinks, { county, id: idOf(code) }, (link) =>
        opens(link, page) ? accept({ ...link, usedAt }) : refuse('not-found'),
      )
      if (!used.ok && used.refusal === 'try-again') throw new StoreUnavailable('an address could not be used up')
      return used.ok ? used.value : undefined
    },
    async forget() {
      const range = { field: 'expiresAt', below: instantText(clock.now()) }
      const { docs } = await store.find(pageLinks, { index: 'expires', county, range, limit: LIMIT.pageSize })
      await Promise.all(docs.map(({ id }) => store.remove(pageLinks, county, id)))
    },
  }
}
