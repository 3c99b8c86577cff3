import type { DomainEvent } from '../core/event.ts'
import { type EventWatchPorts, WATCHED, watchEvent } from './event-watch.ts'
import { type FileAlertPorts, fileAlert } from './file-alert.ts'

/** The rules that are looked at with the event itself. Told after the statistics, whose counts they read. */
export const createAlertSubscriber = (ports: EventWatchPorts & FileAlertPorts) => ({
  name: 'alerts',
  on: WATCHED,
  async run(event: DomainEvent<(typeof WATCHED)[number]>): Promise<void> {
    for (const finding of await watchEvent(ports, event)) await fileAlert(ports, finding)
  },
})
