import type { Handlers } from '../contract/handler.ts'
import { instantText } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import { accept, type Refused, refuse } from '../core/result.ts'
import { OWN_DATA_PATH } from './own-data-page.routes.ts'
import type { NewLink, PageLinks } from './page-links.ts'
import { PAYEE_PATH } from './payee-page.routes.ts'
import { PAYOUT_PATH } from './payout-page.routes.ts'
import { UPLOAD_PATH } from './upload-page.routes.ts'
import { WALLET_PATH } from './wallet-page.routes.ts'

export interface OwnPageRoutesParts {
  readonly links: Pick<PageLinks, 'make'>
  readonly publicUrl: () => string
  readonly personOf: (contact: string) => Promise<{ readonly id: PersonId } | undefined>
  readonly hasPayout: (asked: { readonly id: string; readonly worker: string }) => Promise<boolean>
  /** False where pay changes hands outside: there is nothing to name an account for. */
  readonly paysOut: boolean
  /** The "no" to whoever might be somebody else, because his contact has just taken another's place. */
  readonly refuseNew: (contact: string) => Promise<Refused | undefined>
  /** The papers that the county knows. */
  readonly licenceNames: readonly string[]
}

const pathOf = ({ page, payout }: NewLink, code: string): string => {
  if (page === 'wallet') return `${WALLET_PATH}/${code}`
  if (page === 'upload') return `${UPLOAD_PATH}/${code}`
  if (page === 'own-data') return `${OWN_DATA_PATH}/${code}`
  return page === 'payee' ? `${PAYEE_PATH}/${code}` : `${PAYOUT_PATH}/${payout}/${code}`
}

/** Gives out the addresses of somebody's own pages; only he can ask for them, in his private chat. */
export const createOwnPageRoutes = (parts: OwnPageRoutesParts): Pick<Handlers, 'openPage'> => ({
  async openPage({ body: { page, payout = '', cert }, caller }) {
    const { links, publicUrl, personOf, hasPayout, paysOut, licenceNames } = parts
    const person = await personOf(caller.contact)
    if (person === undefined) return refuse('not-registered')
    if (page === 'payee' && !paysOut) return refuse('payouts-not-offered')
    if (page === 'payout' && !(await hasPayout({ id: payout, worker: person.id }))) return refuse('payout-not-found')
    if (page === 'upload' && cert !== undefined && !licenceNames.includes(cert)) return refuse('licence-unknown')
    const tooNew = page === 'own-data' ? await parts.refuseNew(caller.contact) : undefined
    if (tooNew) return tooNew
    const about = page === 'payout' ? { payout } : page === 'upload' && cert !== undefined ? { cert } : {}
    const link: NewLink = { page, person: person.id, ...about }
    const { code, expiresAt } = await links.make(link)
    return accept({ url: `${publicUrl()}${pathOf(link, code)}`, until: instantText(expiresAt) })
  },
})
