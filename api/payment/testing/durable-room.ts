import { createSweep } from '../../schedule/sweep.ts'
import { createTimers } from '../../schedule/timers.ts'
import type { Store } from '../../store/port.ts'
import { createPaymentTasks } from '../payment.tasks.ts'
import { COUNTY, openRoom, type Town } from './payment-room.ts'

/** The payment room of one process of a county, its timers in the database: every write of it, a timer's too, may be its last. */
export function openDurableRoom(store: Store, town: Town, county = COUNTY) {
  const { clock, provider } = town
  const room = openRoom(store, clock, provider, county)
  const timers = createTimers({ store, editor: room.ports.editor, county })
  const ports = { ...room.ports, setTimer: timers.set }
  const tasks = Object.entries(createPaymentTasks(ports))
  const handlers = Object.fromEntries(tasks.map(([kind, task]) => [kind, ({ subject }: { subject: string }) => task(subject)]))
  const sweep = createSweep({ store, clock, handlers, log: ports.log, county, concurrency: 1 })
  town.use(room)
  return {
    ...room,
    ports,
    sweep,
    /** Time passes, and whatever falls due on the way is done when it does. */
    async passTo(end: Temporal.Instant): Promise<void> {
      for (let next = await timers.nextWake(); next !== undefined; next = await timers.nextWake()) {
        if (Temporal.Instant.compare(next, end) > 0) break
        if (Temporal.Instant.compare(next, clock.now()) > 0) clock.set(next)
        await sweep()
      }
      clock.set(end)
    },
  }
}
export type DurableRoom = ReturnType<typeof openDurableRoom>
