import { isBefore } from '../clock.ts'
import type { StaffId } from '../id.ts'
import type { Rights } from './account.ts'
import { STAFF_LIMIT } from './staff-limit.ts'

/** What a one-time code is good for: a new account with these rights, or a new password and second factor for an account there is. */
export type Invitation = { readonly id: string; readonly endsAt: Temporal.Instant } & (
  | ({ readonly kind: 'join' } & Rights)
  | { readonly kind: 'renew'; readonly account: StaffId }
)

/** How long a code is good: as sent to somebody, as shown to whoever starts a demo, as given to somebody who has lost his phone. */
export const CODE_LIFE = {
  invited: { hours: STAFF_LIMIT.invitationHours },
  first: { minutes: STAFF_LIMIT.firstCodeMinutes },
  renew: { hours: STAFF_LIMIT.resetCodeHours },
} as const

export const isOpen = ({ endsAt }: Pick<Invitation, 'endsAt'>, now: Temporal.Instant): boolean => isBefore(now, endsAt)
