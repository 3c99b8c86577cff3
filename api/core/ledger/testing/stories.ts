import type { DomainEvent, EventFacts, EventType } from '../../event.ts'
import { fen } from '../../money.ts'
import { NOW } from '../../testing/builders.ts'

export const jobFacts = {
  job: 'job-1',
  number: '10240',
  employer: 'cai',
  township: '古镛镇',
  trade: '搬运',
  riskClass: 3,
  startsAt: '',
}

export const happened = <T extends EventType>(type: T, facts: EventFacts[T]): DomainEvent<T> =>
  ({ id: `${type}:x`, type, county: '350428', at: NOW, demo: false, facts }) as unknown as DomainEvent<T>

export const published = (seats = 3) => happened('jobPublished', { ...jobFacts, seats, holdFen: fen(seats * 10_000) })
export const confirmed = (take: string, worker = 'li') =>
  happened('takeConfirmed', {
    ...jobFacts,
    take,
    worker,
    payFen: fen(10_000),
    heldFen: fen(10_000),
    automatic: false,
    cash: false,
    days: 1,
    minutesPerDay: 480,
  })
export const settled = () => happened('jobSettled', jobFacts)
