import type { DomainEvent } from '../core/event.ts'
import { asId, type PersonId } from '../core/id.ts'
import { brokenBy, givePenalty } from '../core/penalty/change-conduct.ts'
import { accept } from '../core/result.ts'
import type { OpenStaffTask } from '../core/staff-task/staff-task.ts'
import type { Subscriber } from '../event/handling.ts'
import { STAFF_TASK_NOTE } from '../staff-task/staff-task-copy.ts'
import { StoreUnavailable } from '../store/port.ts'
import { conducts } from './conduct.collection.ts'
import { type ConductPorts, editConduct, newConduct } from './conduct.ts'

export interface PenaltySubscriberPorts extends ConductPorts {
  readonly townshipOf: (person: PersonId) => Promise<string>
  readonly openTask: OpenStaffTask
  readonly closeTask: (key: string, done: { readonly by: string; readonly note: string }) => Promise<void>
}

const talkKey = (penalty: string): string => `hall-first:${penalty}`
const appealKey = (penalty: string): string => `appeal:${penalty}`

export const createPenaltySubscribers = (ports: PenaltySubscriberPorts): readonly Subscriber[] => [
  {
    name: 'give-penalties',
    on: ['takeMissed', 'takeHandedBack', 'takeCancelled', 'jobInArrears'],
    async run(event) {
      const broken = brokenBy(event, ports.lateHours)
      if (!broken) return
      const person = asId<'person'>(broken.person)
      await ports.editor.insert(conducts, newConduct(person, event))
      const now = ports.clock.now()
      const given = await editConduct(ports, person, (doc) => accept(givePenalty(doc, broken.penalty, { rules: ports.rules, now })))
      if (!given.ok) throw new StoreUnavailable('a penalty could not be written down')
    },
  },
  {
    name: 'hall-first-to-staff',
    on: ['penaltyGiven', 'conductTalkedOver'],
    async run(event: DomainEvent) {
      if (event.type === 'penaltyGiven' && event.facts.hallFirst) {
        const { person, penalty, reason, job } = event.facts
        const township = await ports.townshipOf(asId<'person'>(person))
        await ports.openTask({ key: talkKey(penalty), kind: 'hall-first', subject: person, facts: { person, reason, job }, township })
      }
      if (event.type !== 'conductTalkedOver') return
      const { seen, by } = event.facts
      for (const penalty of seen) await ports.closeTask(talkKey(penalty), { by, note: STAFF_TASK_NOTE.talkedOver })
    },
  },
  {
    name: 'appeals-to-staff',
    on: ['penaltyAppealed', 'appealDecided'],
    async run(event: DomainEvent) {
      if (event.type === 'penaltyAppealed') {
        const { person, penalty, reason, why, job } = event.facts
        const township = await ports.townshipOf(asId<'person'>(person))
        await ports.openTask({ key: appealKey(penalty), kind: 'appeal', subject: penalty, facts: { person, reason, why, job }, township })
      }
      if (event.type !== 'appealDecided') return
      const { penalty, lifted, by } = event.facts
      await ports.closeTask(appealKey(penalty), { by, note: lifted ? STAFF_TASK_NOTE.lifted : STAFF_TASK_NOTE.upheld })
    },
  },
]
