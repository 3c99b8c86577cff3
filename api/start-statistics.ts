import { createAlertRoutes } from './alert/alert.routes.ts'
import { createAlertSubscriber } from './alert/alert.subscribers.ts'
import { createAlertClock } from './alert/alert.tasks.ts'
import type { EventWatchPorts } from './alert/event-watch.ts'
import { createInChatRoutes } from './alert/in-chat.routes.ts'
import { lookBack } from './alert/look-back.ts'
import type { Audited } from './audit/audit.ts'
import type { Clock } from './core/clock.ts'
import type { StaffRights } from './core/staff/policy.ts'
import { createHallRoutes, keepBoard } from './hall/hall.routes.ts'
import type { People } from './person/find-person.ts'
import type { StaffAccountDoc } from './staff/staff-account.collection.ts'
import { createFolder } from './statistics/folder.ts'
import { createFreezing } from './statistics/freeze-months.ts'
import { type StatisticsParts, statisticsHandlers } from './statistics/statistics.routes.ts'
import { statisticsSubscriber } from './statistics/statistics.subscribers.ts'
import type { Editor } from './store/editor.ts'

interface Parts extends EventWatchPorts {
  readonly people: EventWatchPorts['people'] & Pick<People, 'maskedNameOf'>
  readonly editor: Editor
  readonly clock: Clock
  readonly audited: Audited
  readonly staffByContact: (contact: string) => Promise<StaffAccountDoc | undefined>
  readonly places: StatisticsParts['places']
  readonly setTimer: Parameters<typeof createFreezing>[0]['setTimer'] & Parameters<typeof createAlertClock>[0]['setTimer']
}

/** Only an account with a second factor has a contact that speaks for it. */
const rightsByContact =
  ({ staffByContact }: Pick<Parts, 'staffByContact'>) =>
  async (contact: string): Promise<StaffRights | undefined> => {
    const account = await staffByContact(contact)
    return account === undefined ? undefined : { ...account, stage: 'whole' }
  }

/** What a county counts, what its figures say, and what they warn of. */
export function startStatistics({ places, setTimer, ...parts }: Parts) {
  const { store, county, clock } = parts
  const fold = createFolder(store, { forgets: true })
  const freezing = createFreezing({ store, county, clock, setTimer })
  const seeBoard = keepBoard({ ...parts, countyName: places.name, nameOf: parts.people.maskedNameOf })
  const alertClock = createAlertClock({ ...parts, setTimer })
  return {
    fold,
    subscribers: [statisticsSubscriber(fold), createAlertSubscriber(parts)],
    tasks: { ...freezing.tasks, ...alertClock.tasks },
    handlers: {
      ...statisticsHandlers({ store, clock, maySeeSmall: () => false, places }),
      ...createAlertRoutes(parts),
      ...createInChatRoutes({ store, county, clock, staffByContact: rightsByContact(parts) }),
      ...createHallRoutes(seeBoard),
    },
    seeBoard,
    lookBack: (past: Parameters<typeof lookBack>[1]) => lookBack(parts, past),
    async wind(): Promise<void> {
      await freezing.wind()
      await alertClock.wind()
    },
  }
}
