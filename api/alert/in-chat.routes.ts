import type { Handlers } from '../contract/handler.ts'
import type { Clock } from '../core/clock.ts'
import { accept, refuse } from '../core/result.ts'
import { can, type StaffRights } from '../core/staff/policy.ts'
import { figuresInChat } from '../statistics/figures-in-chat.ts'
import { sourceOf } from '../statistics/query-metric.ts'
import type { Store } from '../store/port.ts'
import { listAlerts } from './list-alerts.ts'
import { showAlert } from './show-alert.ts'

export interface InChatParts {
  readonly store: Store
  readonly county: string
  readonly clock: Clock
  /** What the member of staff whose contact it is may do; undefined for everybody else. */
  readonly staffByContact: (contact: string) => Promise<StaffRights | undefined>
}

const SHOWN = 5

/** What a member of staff may ask for in private chat: figures and alerts, and of nobody by name. */
export const createInChatRoutes = ({
  store,
  county,
  clock,
  staffByContact,
}: InChatParts): Pick<Handlers, 'figuresInChat' | 'alertsInChat'> => ({
  async figuresInChat({ query, caller }) {
    const staff = await staffByContact(caller.contact)
    return staff === undefined ? refuse('not-found') : figuresInChat({ store, county, now: clock.now() }, staff, query)
  },
  async alertsInChat({ caller }) {
    const staff = await staffByContact(caller.contact)
    if (staff === undefined) return refuse('not-found')
    if (!can(staff, 'see-figures')) return refuse('not-allowed')
    /** As an official is told, whatever else he may do: a phone is looked at by others too. */
    const who = { county, staff: { ...staff, roles: ['official'] as const } }
    const { demo } = await sourceOf(store, county, clock.now())
    const { alerts, next } = await listAlerts(store, who, { state: 'new', demo, limit: SHOWN })
    const shown = alerts.map((alert) => showAlert(alert, who))
    return accept({ alerts: shown.map(({ text, urgent, from, to }) => ({ text, urgent, from, to })), more: next !== null })
  },
})
