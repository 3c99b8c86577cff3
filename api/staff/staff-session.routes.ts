import type { Handlers } from '../contract/handler.ts'
import type { StaffCaller } from '../contract/route.ts'
import type { SessionBegun, StaffSelf } from '../contract/staff-shapes.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { askContactCode, dropContact } from './bind-contact.ts'
import { joinStaff, renewStaff } from './join-staff.ts'
import { beginSecondFactor, changePassword, confirmSecondFactor, proveAgain, renewRecoveryCodes, signOut } from './own-account.ts'
import { showBegun, showSelf } from './show-staff.ts'
import { type SignedIn, signIn } from './sign-in.ts'
import { accountById, type StaffPorts } from './staff-ports.ts'

type SessionHandlers = Pick<
  Handlers,
  | 'signIn'
  | 'joinStaff'
  | 'renewStaff'
  | 'seeSelf'
  | 'signOut'
  | 'proveAgain'
  | 'changePassword'
  | 'beginSecondFactor'
  | 'confirmSecondFactor'
  | 'renewRecoveryCodes'
  | 'askContactCode'
  | 'dropContact'
>

/** How staff come in, and what each does with his own account. */
export function createStaffSessionRoutes(ports: StaffPorts): SessionHandlers {
  const { vault } = ports

  function begun(signedIn: Result<SignedIn>): Result<SessionBegun> {
    return signedIn.ok ? accept(showBegun(vault, signedIn.value.account, signedIn.value.begun)) : signedIn
  }

  async function self({ staff }: StaffCaller): Promise<Result<StaffSelf>> {
    const [account, session] = await Promise.all([accountById(ports, staff.id), ports.sessions.byId(staff.session)])
    return account && session ? accept(showSelf(vault, account, session)) : refuse('not-authorised')
  }

  return {
    signIn: async ({ body, caller: { address = '' } }) => begun(await signIn(ports, { ...body, address })),
    joinStaff: async ({ body, caller: { address = '' } }) => begun(await joinStaff(ports, { ...body, address })),
    renewStaff: async ({ body, caller: { address = '' } }) => begun(await renewStaff(ports, { ...body, address })),
    seeSelf: ({ caller }) => self(caller),
    signOut: ({ body, caller }) => signOut(ports, caller, body.everywhere),
    proveAgain: async ({ body, caller }) => begun(await proveAgain(ports, caller, body)),
    changePassword: async ({ body, caller }) => begun(await changePassword(ports, caller, body)),
    beginSecondFactor: ({ caller }) => beginSecondFactor(ports, caller),
    async confirmSecondFactor({ body, caller }) {
      const confirmed = await confirmSecondFactor(ports, caller, body.code)
      if (!confirmed.ok) return confirmed
      const { account, begun: session, recoveryCodes } = confirmed.value
      return accept({ ...showBegun(vault, account, session), recoveryCodes: [...recoveryCodes] })
    },
    async renewRecoveryCodes({ caller }) {
      const codes = await renewRecoveryCodes(ports, caller)
      return codes.ok ? accept({ recoveryCodes: [...codes.value] }) : codes
    },
    askContactCode: ({ caller }) => askContactCode(ports, caller),
    async dropContact({ caller }) {
      const dropped = await dropContact(ports, caller)
      return dropped.ok ? self(caller) : dropped
    },
  }
}
