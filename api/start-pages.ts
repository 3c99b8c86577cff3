import type { Audited } from './audit/audit.ts'
import type { Handlers } from './contract/handler.ts'
import type { Clock } from './core/clock.ts'
import type { StaffId } from './core/id.ts'
import { accept, refuse } from './core/result.ts'
import type { Mount } from './http/mounts.ts'
import type { Log } from './log.ts'
import { createExportRoutes, createOwnExport, type ExportParts } from './own-data/export.routes.ts'
import { refuseNewContact } from './own-data/new-contact.ts'
import { createOwnDataPage } from './page/own-data-page.routes.ts'
import { createOwnPageRoutes } from './page/own-page.routes.ts'
import { createPageLinks } from './page/page-links.ts'
import { createPayeePage } from './page/payee-page.routes.ts'
import { createPayoutPage } from './page/payout-page.routes.ts'
import type { PayoutPagePorts } from './page/payout-view.ts'
import { createUploadPage } from './page/upload-page.routes.ts'
import { createWalletPage } from './page/wallet-page.routes.ts'
import { bindPayee } from './person/bind-payee.ts'
import type { People } from './person/find-person.ts'
import { uploadLicence } from './person/licences.ts'
import { closeTaskOf } from './staff-task/close-staff-task.ts'
import { payoutLookKey } from './staff-task/payout.subscribers.ts'
import type { PayeeDesk } from './start-payment.ts'
import type { Editor } from './store/editor.ts'
import type { Store } from './store/port.ts'
import type { Vault } from './vault/vault.ts'
import { createHeldPayoutRoutes, type HeldPayoutParts } from './wallet/held-payout.routes.ts'
import type { Ledger } from './wallet/ledger.ts'
import { createPayoutRoutes } from './wallet/payout.routes.ts'
import type { PayoutPorts } from './wallet/payout-ports.ts'
import { seeWallet, type WalletBook } from './wallet/see-wallet.ts'
import { payoutOf, showPayout } from './wallet/show-payout.ts'
import { takeBack } from './wallet/take-back.ts'
import { withdraw } from './wallet/withdraw.ts'

export interface PagesParts {
  readonly store: Store
  readonly editor: Editor
  readonly county: string
  readonly clock: Clock
  readonly vault: Vault
  readonly log: Log
  readonly people: People
  readonly ledger: Ledger
  readonly jobByNumber: WalletBook['jobByNumber']
  /** undefined: nothing can be sent. */
  readonly payouts: PayoutPorts | undefined
  readonly payees: PayeeDesk | undefined
  readonly audited: Audited
  /** Which account of the staff a chat contact is. */
  readonly staffOf: (contact: string) => Promise<{ readonly id: StaffId } | undefined>
  readonly publicUrl: () => string
  readonly newCode: () => string
  readonly chatUrl: string | undefined
  /** The papers that the county knows. */
  readonly licenceNames: readonly string[]
}

type OwnHandlers = Pick<
  Handlers,
  'listHeldPayouts' | 'releasePayout' | 'declinePayout' | 'openPage' | 'exportPerson' | 'requestPayout' | 'seePayout' | 'cancelPayout'
>

export interface Pages {
  readonly handlers: OwnHandlers
  readonly mounts: readonly Mount[]
  /** Forgets addresses that open nothing any more. */
  readonly forget: () => Promise<void>
}

/** Somebody's own pages, and the payouts that they lead to, those that the hall looks at first among them. */
export function startPages(parts: PagesParts): Pages {
  const { payouts, payees, people } = parts
  const links = createPageLinks(parts)
  const personOf = people.byContact
  return {
    handlers: {
      ...createPayoutRoutes({ ...parts, personOf, payouts }),
      ...createExportRoutes(exportParts(parts)),
      ...createHeldPayoutRoutes(heldPorts(parts)),
      ...createOwnPageRoutes({
        ...{ links, personOf, publicUrl: parts.publicUrl, paysOut: payouts !== undefined && payees !== undefined },
        licenceNames: parts.licenceNames,
        async refuseNew(contact) {
          const person = await people.docByContact(contact)
          return person && refuseNewContact(person, parts.clock.now())
        },
        hasPayout: async (asked) => (await payoutOf(parts, asked)).ok,
      }),
    },
    mounts: [
      uploadPageOf(parts, links),
      createOwnDataPage({ ...parts, links, maskedNameOf: people.maskedNameOf, exportOf: createOwnExport(exportParts(parts)) }),
      ...(payouts === undefined || payees === undefined ? [] : mountsOf({ ...parts, payouts, payees, links })),
    ],
    forget: links.forget,
  }
}

const exportParts = (parts: PagesParts): ExportParts => ({ ...parts, nameOf: parts.people.maskedNameOf })

function uploadPageOf(parts: PagesParts, links: ReturnType<typeof createPageLinks>): Mount {
  const { people, vault, licenceNames, log, chatUrl } = parts
  return createUploadPage({
    ...{ links, licenceNames, log, chatUrl, maskedNameOf: people.maskedNameOf },
    async upload({ person: id, cert, picture, cause }) {
      const person = await people.docById(id)
      if (person === undefined) return refuse('not-registered')
      const call = { key: vault.blindIndex('call', `upload:${cause}`), digest: '' }
      return uploadLicence(parts, { person, cert, picture, by: id, call })
    },
  })
}

function heldPorts({ people, staffOf, ...parts }: PagesParts): HeldPayoutParts {
  return {
    ...parts,
    personById: people.docById,
    maskedNameOf: people.maskedNameOf,
    async isOneself(staff, worker) {
      const contacts = await Promise.all([people.contactOf(worker), people.contactBefore(worker)])
      const accounts = await Promise.all(contacts.map((contact) => (contact === undefined ? undefined : staffOf(contact))))
      return accounts.some((account) => account?.id === staff)
    },
    closeTask: (payout, done) => closeTaskOf(parts, payoutLookKey(payout), done),
  }
}

type PayingOut = PagesParts & {
  readonly payouts: PayoutPorts
  readonly payees: PayeeDesk
  readonly links: ReturnType<typeof createPageLinks>
}

function mountsOf(parts: PayingOut): readonly Mount[] {
  const { people, payees, links, publicUrl, log, chatUrl } = parts
  const { payeeOf, maskedNameOf } = people
  return [
    walletPageOf(parts),
    createPayoutPage({ ...payoutPorts(parts), links, confirmBy: payees.confirmBy, log, chatUrl }),
    createPayeePage({
      ...{ links, login: payees.login, payeeOf, maskedNameOf, publicUrl, log, chatUrl },
      bindPayee: (binding) => bindPayee(parts, binding),
    }),
  ]
}

function walletPageOf(parts: PayingOut): Mount {
  const { clock, people, payouts, links, newCode, log, chatUrl } = parts
  return createWalletPage({
    ...{ links, newKey: newCode, log, chatUrl },
    walletOf: (person) => seeWallet({ ...parts, payeeOf: people.payeeOf }, person, clock.now()),
    async withdraw({ person, amountFen, key }) {
      const demo = (await people.byId(person))?.demo ?? false
      const sent = await withdraw(payouts, { worker: { id: person, demo }, amountFen, key })
      return sent.ok ? accept({ payout: sent.value.id }) : sent
    },
  })
}

function payoutPorts({ payouts, ...book }: PayingOut): Pick<PayoutPagePorts, 'payoutOf' | 'takeBack'> {
  return {
    async payoutOf(asked) {
      const found = await payoutOf(book, asked)
      if (!found.ok) return undefined
      const packageInfo = found.value.state === 'waiting' ? found.value.packageInfo : null
      return { view: showPayout(found.value), packageInfo }
    },
    async takeBack(asked) {
      const found = await payoutOf(book, asked)
      return found.ok ? await takeBack(payouts.payment, found.value) : found
    },
  }
}
