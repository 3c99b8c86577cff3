import { createAudit, createAudited } from '../../audit/audit.ts'
import { chatNumber } from '../../core/chat-number.ts'
import { asId, type PersonId } from '../../core/id.ts'
import type { Terms } from '../../core/job/job.ts'
import { holdForJob } from '../../core/ledger/movement.ts'
import { happened } from '../../core/ledger/testing/stories.ts'
import { fen } from '../../core/money.ts'
import { readIdNumber } from '../../core/person/id-number.ts'
import { asPersonName } from '../../core/person/name.ts'
import { asPhone } from '../../core/person/phone.ts'
import { anIdNumber } from '../../core/person/testing/id-numbers.ts'
import { UNVERIFIED } from '../../core/person/verification.ts'
import { aJob, at } from '../../core/testing/builders.ts'
import { jobs, newJobDoc } from '../../job/job.collection.ts'
import { createOpenPersonalData } from '../../person/open-personal-data.ts'
import { people } from '../../person/person.collection.ts'
import { sealPerson } from '../../person/seal-person.ts'
import type { Store } from '../../store/port.ts'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import { memoryKeyRing } from '../../vault/key-ring.ts'
import { createVault } from '../../vault/vault.ts'
import { createLedger } from '../../wallet/ledger.ts'
import type { StatutoryParts } from '../statutory.routes.ts'
import { dueOf, entriesOf, type PaidSeat, takeOfSeat } from './paid-seat.ts'

const COUNTY = '350428'
const NAMES = [...'廖蔡陈王李张刘黄林吴']
const REGISTERED = at('2026-10-05T10:00:00+08:00')
/** More than any test pays out of one job. */
const HELD_FEN = 10_000_000

interface Started {
  readonly store?: Store
  readonly now?: Temporal.Instant
}

export const person = (nth: number): PersonId => asId<'person'>(`person-${nth}`)
export const phoneOf = (nth: number): string => `138${String(nth).padStart(8, '0')}`
export const idNumberOf = (nth: number): string => {
  const born = Temporal.PlainDate.from('1980-01-01').add({ days: Math.floor(nth / 900) })
  return anIdNumber(born.toString().replaceAll('-', ''), { sequence: 1 + (nth % 900) })
}
const nameOf = (nth: number): string => `${NAMES[nth % NAMES.length]}大${NAMES[Math.floor(nth / 10) % NAMES.length]}`

/** A county in which people have been paid, without the rules that led there; everybody works for person 0. */
export function aPaidCounty({ store = openSqlite({ file: ':memory:' }), now = at('2026-12-15T10:00:00+08:00') }: Started = {}) {
  const vault = createVault(memoryKeyRing())
  const ledger = createLedger({ store, county: COUNTY })
  let posted = 0

  async function register(nth: number, { name = nameOf(nth), registeredAt = REGISTERED } = {}): Promise<PersonId> {
    const identity = readIdNumber(idNumberOf(nth), Temporal.PlainDate.from('2026-01-01'))
    if (!identity.ok) throw new Error('a made-up number is right')
    const who = { ...identity.value, name: asPersonName(name), phone: asPhone(phoneOf(nth)), contacts: [] }
    const about = {
      id: person(nth),
      county: COUNTY,
      roles: ['worker'],
      licences: [],
      township: '',
      demo: false,
      registeredAt,
      verification: UNVERIFIED,
      channel: 'chat',
    } as const
    await store.insert(people, sealPerson(vault, { ...about, ...who }))
    return person(nth)
  }

  /** The employer and workers of the tests, in the order of their numbers. */
  async function registerFirst(count: number): Promise<void> {
    for (let nth = 0; nth < count; nth += 1) await register(nth)
  }

  /** Files a settled job with its seats and books what was paid for them; gives its number. */
  async function payJob(seats: readonly PaidSeat[], terms: Partial<Terms> = {}): Promise<string> {
    posted += 1
    const about = { id: asId<'job'>(`job-${posted}`), number: chatNumber(1000 + posted), employer: person(0) }
    const takes = seats.map((seat, nth) => takeOfSeat(seat, `take-${posted}-${nth}`))
    const dues = takes.flatMap((take, nth) => dueOf(seats[nth], take))
    const job = aJob({ ...about, state: 'settled', takes, dues, terms })
    await store.insert(jobs, newJobDoc(job, 'digest'))
    const { trade, township, riskClass } = job.terms
    const facts = { job: job.id, number: job.number, employer: job.employer, trade, township, riskClass, startsAt: '' }
    await ledger.append(holdForJob(happened('jobPublished', { ...facts, seats: 1, holdFen: fen(HELD_FEN) })))
    for (const [nth, take] of takes.entries()) {
      for (const entry of entriesOf(seats[nth], { ...facts, take: take.id, worker: take.worker })) await ledger.append(entry)
    }
    return job.number
  }

  const audit = createAudit({ store, county: COUNTY, clock: { now: () => now } })
  const parts: StatutoryParts = {
    ...{ store, vault, county: COUNTY, ledger, keptYears: 3, clock: { now: () => now } },
    jobByNumber: (number) => store.getBy(jobs, 'number', { county: COUNTY, number }),
    platform: { name: '将乐县零工市场', convenienceTrades: ['司机', '保洁'] },
    personOf: async (contact) => (contact.startsWith('person-') ? { id: asId<'person'>(contact) } : undefined),
    nameOf: async () => '蔡*云',
    audited: createAudited(audit),
    openPersonalData: createOpenPersonalData({ store, vault, county: COUNTY, audit }),
  }
  return { store, ledger, register, registerFirst, payJob, parts, close: () => store.close() }
}
