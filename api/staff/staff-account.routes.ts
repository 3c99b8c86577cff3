import type { Handlers } from '../contract/handler.ts'
import type { StaffContactView } from '../contract/staff-contact.contract.ts'
import type { StaffView } from '../contract/staff-shapes.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { bindContact, spoilContactCode, staffByContact } from './bind-contact.ts'
import { changeStaff, invite, moveAccount, resetStaff, withdrawInvitation } from './manage-staff.ts'
import { showStaff, wireScopeOf } from './show-staff.ts'
import { type StaffAccountDoc, staffAccounts } from './staff-account.collection.ts'
import type { StaffPorts } from './staff-ports.ts'

type AccountHandlers = Pick<
  Handlers,
  | 'listStaff'
  | 'inviteStaff'
  | 'withdrawInvitation'
  | 'changeStaff'
  | 'moveStaff'
  | 'resetStaff'
  | 'bindStaffContact'
  | 'spoilStaffContactCode'
  | 'seeStaffContact'
>

const showContact = ({ id, roles, scope }: StaffAccountDoc): StaffContactView => ({ id, roles: [...roles], scope: wireScopeOf(scope) })

/** What those who keep watch over accounts do with other people's, and which account a chat contact has. */
export function createStaffAccountRoutes(ports: StaffPorts): AccountHandlers {
  const { store, vault, county } = ports
  const shown = (account: Result<StaffAccountDoc>): Result<StaffView> => (account.ok ? accept(showStaff(vault, account.value)) : account)

  return {
    async listStaff({ query: { after, limit } }) {
      const page = await store.find(staffAccounts, { index: 'byLogin', county, limit, ...(after === undefined ? {} : { after }) })
      return accept({ accounts: page.docs.map((account) => showStaff(vault, account)), next: page.next ?? null })
    },
    inviteStaff: ({ body, caller }) => invite(ports, caller, body),
    withdrawInvitation: ({ params }) => withdrawInvitation(ports, params.id),
    changeStaff: async ({ params, body, caller }) => shown(await changeStaff(ports, { caller, id: params.id }, body)),
    moveStaff: async ({ params, body, caller }) => shown(await moveAccount(ports, { caller, id: params.id }, body.state)),
    resetStaff: ({ params, caller }) => resetStaff(ports, { caller, id: params.id }),
    async bindStaffContact({ body, caller }) {
      const bound = await bindContact(ports, { caller, code: body.code })
      return bound.ok ? accept(showContact(bound.value)) : bound
    },
    spoilStaffContactCode: ({ body, caller }) => spoilContactCode(ports, { caller, code: body.code }),
    async seeStaffContact({ caller }) {
      const account = await staffByContact(ports, caller.contact)
      return account === undefined ? refuse('not-found') : accept(showContact(account))
    },
  }
}
