import type { DomainEvent, EventFacts, EventType } from '../../event.ts'
import { fen } from '../../money.ts'

const COUNTY = '350428'

interface About {
  readonly at: string
  /** Tells apart what happened: the take, the job or the person. */
  readonly of: string
  readonly township?: string
  readonly demo?: boolean
  readonly county?: string
}

const event = <T extends EventType>(type: T, { at, of, demo = false, county = COUNTY }: About, facts: EventFacts[T]): DomainEvent =>
  ({ id: `${type}:${of}`, type, county, at: Temporal.Instant.from(at), demo, facts }) as DomainEvent

const workFacts = ({ of, township = '古镛镇' }: About) => ({
  township,
  trade: '搬运',
  riskClass: 4,
  job: `job-of-${of}`,
  number: '10240',
  employer: 'cai',
})

const takeFacts = (about: About) => ({ ...workFacts(about), take: about.of, worker: `worker-of-${about.of}` })

export const personRegistered = (about: About & { roles?: EventFacts['personRegistered']['roles'] }): DomainEvent =>
  event('personRegistered', about, { person: about.of, roles: about.roles ?? ['worker'], township: about.township ?? '古镛镇' })

export const jobPublished = (about: About & { seats?: number }): DomainEvent =>
  event('jobPublished', about, { ...workFacts(about), seats: about.seats ?? 3, holdFen: fen(30_000), startsAt: about.at })

export const jobInsured = (about: About & { premiumFen?: number }): DomainEvent =>
  event('jobInsured', about, { ...workFacts(about), premiumFen: fen(about.premiumFen ?? 500) })

export const jobCancelled = (about: About): DomainEvent => event('jobCancelled', about, { ...workFacts(about), workers: [], unpaid: false })

export const takeStarted = (about: About & { covered?: boolean; riskClass?: number }): DomainEvent =>
  event('takeStarted', about, { ...takeFacts(about), riskClass: about.riskClass ?? 4, covered: about.covered ?? false })

export const takeConfirmed = (about: About): DomainEvent =>
  event('takeConfirmed', about, { ...takeFacts(about), payFen: fen(10_000), heldFen: fen(10_000), automatic: false, cash: false })

export const takePaid = (about: About & { payFen?: number }): DomainEvent =>
  event('takePaid', about, { ...takeFacts(about), payFen: fen(about.payFen ?? 10_000), taxFen: fen(0), cash: false })
