import type { DomainEvent, EventFacts, EventType } from '../../event.ts'
import type { EmployerType } from '../../job/poster.ts'
import { fen } from '../../money.ts'

const COUNTY = '350428'

interface About {
  readonly at: string
  /** Tells apart what happened: the take, the job or the person. */
  readonly of: string
  readonly township?: string
  readonly demo?: boolean
  readonly county?: string
  readonly trade?: string
  readonly employer?: string
  readonly employerType?: EmployerType
  readonly worker?: string
  readonly startsAt?: string
}

const event = <T extends EventType>(type: T, { at, of, demo = false, county = COUNTY }: About, facts: EventFacts[T]): DomainEvent =>
  ({ id: `${type}:${of}`, type, county, at: Temporal.Instant.from(at), demo, facts }) as DomainEvent

const workFacts = ({ of, at, township = '古镛镇', trade = '搬运', employer, employerType = 'household', startsAt }: About) => ({
  township,
  trade,
  riskClass: 4,
  job: `job-of-${of}`,
  number: '10240',
  employer: employer ?? 'cai',
  employerType,
  startsAt: startsAt ?? at,
})

const takeFacts = (about: About) => ({ ...workFacts(about), take: about.of, worker: about.worker ?? `worker-of-${about.of}` })

export const personRegistered = (
  about: About & Partial<Pick<EventFacts['personRegistered'], 'roles' | 'ageBand' | 'channel' | 'verified'>>,
): DomainEvent =>
  event('personRegistered', about, {
    person: about.of,
    roles: about.roles ?? ['worker'],
    township: about.township ?? '古镛镇',
    ageBand: about.ageBand ?? 50,
    ...howKnown(about),
  })

type HowKnown = Pick<EventFacts['personErased'], 'channel' | 'verified'>

/** Nothing is said of it unless a test does. */
const howKnown = ({ channel = '', verified = false }: HowKnown): Required<HowKnown> => ({ channel, verified })

export const personVerified = (about: About & Partial<Pick<EventFacts['personVerified'], 'wasWorker'>>): DomainEvent =>
  event('personVerified', about, {
    ...{ person: about.of, wasWorker: about.wasWorker ?? true, township: about.township ?? '古镛镇', ageBand: 50 },
    ...{ channel: '', verified: true },
  })

export const personErased = (
  about: About & Partial<Pick<EventFacts['personErased'], 'wasWorker' | 'ageBand' | 'channel' | 'verified'>>,
): DomainEvent =>
  event('personErased', about, {
    person: about.of,
    wasWorker: about.wasWorker ?? true,
    township: about.township ?? '古镛镇',
    ageBand: about.ageBand ?? 50,
    ...howKnown(about),
  })

export const jobPublished = (about: About & { seats?: number }): DomainEvent =>
  event('jobPublished', about, { ...workFacts(about), seats: about.seats ?? 3, holdFen: fen(30_000) })

export const jobInsured = (about: About & { premiumFen?: number }): DomainEvent =>
  event('jobInsured', about, { ...workFacts(about), premiumFen: fen(about.premiumFen ?? 500) })

export const jobCancelled = (about: About & { seats?: number }): DomainEvent =>
  event('jobCancelled', about, { ...workFacts(about), seats: about.seats ?? 3, workers: [], unpaid: false })

export const takeStarted = (about: About & { covered?: boolean; riskClass?: number }): DomainEvent =>
  event('takeStarted', about, { ...takeFacts(about), riskClass: about.riskClass ?? 4, covered: about.covered ?? false })

type Confirmed = Partial<Pick<EventFacts['takeConfirmed'], 'days' | 'minutesPerDay'>> & { payFen?: number }

export const takeConfirmed = (about: About & Confirmed): DomainEvent => {
  const payFen = fen(about.payFen ?? 10_000)
  const { days = 1, minutesPerDay = 480 } = about
  return event('takeConfirmed', about, { ...takeFacts(about), payFen, heldFen: payFen, automatic: false, cash: false, days, minutesPerDay })
}

export const jobTaken = (about: About & { first?: boolean; publishedAt?: string }): DomainEvent =>
  event('jobTaken', about, { ...takeFacts(about), insured: false, publishedAt: about.publishedAt ?? about.at, first: about.first ?? true })

export const takeUndone = (about: About & { publishedAt?: string }): DomainEvent =>
  event('takeUndone', about, { ...takeFacts(about), publishedAt: about.publishedAt ?? about.at })

export const takeHandedBack = (about: About): DomainEvent => event('takeHandedBack', about, takeFacts(about))

export const takeCancelled = (about: About & { weather?: boolean }): DomainEvent =>
  event('takeCancelled', about, { ...takeFacts(about), compensationFen: fen(0), heldFen: fen(0), weather: about.weather ?? false })

export const takeMissed = (about: About): DomainEvent => event('takeMissed', about, takeFacts(about))

interface Bill extends About {
  readonly since?: string
  readonly amountFen?: number
  readonly seats?: number
}

const billFacts = (about: Bill) => ({
  ...{ ...workFacts(about), bill: 1, amountFen: fen(about.amountFen ?? 10_000) },
  ...{ seats: about.seats ?? 1, since: about.since ?? about.at },
})

export const payDue = (about: Bill): DomainEvent => event('payDue', about, { ...billFacts(about), cash: false })
export const billPaid = (about: Bill): DomainEvent => event('billPaid', about, billFacts(about))
export const billWithdrawn = (about: Bill): DomainEvent => event('billWithdrawn', about, billFacts(about))

/** Both sides have said something, the employer 5 stars and the worker 4, unless it is said otherwise. */
export const ratingsShown = (about: About & { employerStars?: number; workerStars?: number; ratedAt?: string }): DomainEvent => {
  const { employerStars = 5, workerStars = 4, ratedAt = about.at } = about
  return event('ratingsShown', about, {
    by: 'clock',
    ...{ ...takeFacts(about), employerStars, employerRatedAt: employerStars > 0 ? ratedAt : '' },
    ...{ workerStars, workerRatedAt: workerStars > 0 ? ratedAt : '' },
  })
}

export const takePaid = (about: About & { payFen?: number; confirmedAt?: string }): DomainEvent =>
  event('takePaid', about, {
    ...takeFacts(about),
    payFen: fen(about.payFen ?? 10_000),
    taxFen: fen(0),
    cash: false,
    confirmedAt: about.confirmedAt ?? about.at,
  })
