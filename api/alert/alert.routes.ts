import { staffAct } from '../audit/actor-of.ts'
import type { Audited } from '../audit/audit.ts'
import type { AlertView } from '../contract/alert.contract.ts'
import type { Handlers } from '../contract/handler.ts'
import type { StaffCaller } from '../contract/route.ts'
import { acknowledge, close } from '../core/alert/alert.ts'
import { RULE_IDS, RULES } from '../core/alert/rule.ts'
import type { Clock } from '../core/clock.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { can } from '../core/staff/policy.ts'
import { sourceOf } from '../statistics/query-metric.ts'
import type { Editor } from '../store/editor.ts'
import { once } from '../store/once.ts'
import type { Store } from '../store/port.ts'
import { onceOf } from '../vault/once-of.ts'
import { type AlertDoc, alerts } from './alert.collection.ts'
import { DESK_NAME, RULE_COPY, WAITING_BECAUSE } from './alert-copy.ts'
import { listAlerts } from './list-alerts.ts'
import { maySeeFigures, showAlert } from './show-alert.ts'

export interface AlertRoutesParts {
  readonly store: Store
  readonly editor: Editor
  readonly county: string
  readonly clock: Clock
  readonly audited: Audited
}

type AlertHandlers = Pick<Handlers, 'listAlerts' | 'listAlertRules' | 'acknowledgeAlert' | 'closeAlert'>

interface Handled {
  readonly id: string
  readonly note: string
  readonly caller: StaffCaller
}

const HOW = {
  acknowledgeAlert: { step: acknowledge, action: 'acknowledge-alert' },
  closeAlert: { step: close, action: 'close-alert' },
} as const

function rules() {
  return RULE_IDS.map((id) => {
    const { letter, time, urgent, desk } = RULES[id]
    const { title, definition } = RULE_COPY[id]
    return { id, letter, title, definition, time, urgent, desk: DESK_NAME[desk], waitsFor: WAITING_BECAUSE[id] ?? null }
  })
}

/** What the rules have found, for whoever sees figures, and what the staff do about it. */
export function createAlertRoutes({ store, editor, county, clock, audited }: AlertRoutesParts): AlertHandlers {
  async function handle(how: keyof typeof HOW, { id, note, caller }: Handled): Promise<Result<AlertView>> {
    const { step, action } = HOW[how]
    const call = onceOf(caller, how, [id, note])
    const decide = once<AlertDoc>(call, (alert) => {
      if (!can(caller.staff, 'handle-alerts', alert)) return refuse('not-found')
      const stepped = step(alert, { by: caller.staff.id, note, at: clock.now() })
      return stepped.ok ? accept({ doc: stepped.value }) : stepped
    })
    const asked = { ...staffAct(caller, call), action, subjects: [], facts: { alert: id } } as const
    const done = await audited(asked, () => editor.edit(alerts, { county, id }, decide))
    return done.ok ? accept(showAlert(done.value, caller)) : done
  }

  return {
    async listAlerts({ query: { region, ...query }, caller }) {
      const township = region === county ? undefined : region
      if (township !== undefined && !maySeeFigures(caller, township)) return refuse('not-allowed')
      const { demo } = await sourceOf(store, county, clock.now())
      const page = await listAlerts(store, caller, { ...query, township, demo })
      return accept({ alerts: page.alerts.map((alert) => showAlert(alert, caller)), next: page.next })
    },
    listAlertRules: async () => accept({ rules: rules() }),
    acknowledgeAlert: ({ params, body, caller }) => handle('acknowledgeAlert', { id: params.id, note: body.note, caller }),
    closeAlert: ({ params, body, caller }) => handle('closeAlert', { id: params.id, note: body.note, caller }),
  }
}
