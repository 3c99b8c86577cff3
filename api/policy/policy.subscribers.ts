import type { EventType } from '../core/event.ts'
import type { Subscriber } from '../event/handling.ts'
import { type AlignPoliciesPorts, alignPolicies, takesWithCover } from './align-policies.ts'

const ON = ['jobInsured', 'jobTaken', 'takeUndone', 'takeHandedBack', 'takeCancelled', 'takeMissed'] as const satisfies readonly EventType[]

/** A policy for each seat of an insured job as long as somebody holds it; none for one that was given up before work started. */
export function createPolicySubscriber(ports: AlignPoliciesPorts): Subscriber {
  return {
    name: 'policy',
    on: ON,
    async run(event) {
      switch (event.type) {
        case 'jobInsured': {
          const takes = await takesWithCover(ports, event.facts.number)
          return alignPolicies(ports, { jobNumber: event.facts.number, takes, now: event.at })
        }
        case 'jobTaken':
          if (!event.facts.insured) return
          return alignPolicies(ports, { jobNumber: event.facts.number, takes: [event.facts.take], now: event.at })
        case 'takeUndone':
        case 'takeHandedBack':
        case 'takeCancelled':
        case 'takeMissed':
          return alignPolicies(ports, { jobNumber: event.facts.number, takes: [event.facts.take], now: event.at })
        default:
          return
      }
    },
  }
}
