import { COUNTY_TIME_ZONE } from '../core/clock.ts'
import type { CheckPeriods } from '../core/company/company.ts'
import type { DomainEvent } from '../core/event.ts'
import type { OwnNoticeKind, OwnTell } from '../core/notice/own-notices.ts'
import { accept } from '../core/result.ts'
import type { OpenStaffTask } from '../core/staff-task/staff-task.ts'
import type { PersonPorts } from '../person/add-role.ts'
import { people } from '../person/person.collection.ts'
import type { Timers } from '../schedule/timers.ts'
import type { Store } from '../store/port.ts'
import { type CompanyDoc, companies } from './company.collection.ts'

export interface CompanyTasksParts extends PersonPorts {
  readonly store: Pick<Store, 'get'>
  readonly county: string
  readonly timers: Pick<Timers, 'set'>
  readonly periods: CheckPeriods
  readonly openTask: OpenStaffTask
  readonly tell: (cause: string, tell: OwnTell) => Promise<void>
}

const CHECK = 'check-company'
const MORNING = { hour: 9 }

const STEPS = ['soon', 'due', 'over'] as const
type Step = (typeof STEPS)[number]
const KIND: Readonly<Record<Step, OwnNoticeKind>> = { soon: 'company-check-soon', due: 'company-check-due', over: 'company-check-over' }

/** When each step is taken: some time ahead, on the day, and the day after the last on which it may publish. */
function dayOf(
  step: Step,
  { checkOn, publishesUntil }: DomainEvent<'companyReviewed'>['facts'],
  periods: CheckPeriods,
): Temporal.PlainDate {
  if (step === 'over') return Temporal.PlainDate.from(publishesUntil).add({ days: 1 })
  const day = Temporal.PlainDate.from(checkOn)
  return step === 'due' ? day : day.subtract({ days: periods.noticeDays })
}

/** What was approved is posted in by its first representative from then on, and is looked at again in time. */
export const createCompanySubscribers = (parts: CompanyTasksParts) => [
  {
    name: 'wind-company-checks',
    on: ['companyReviewed'] as const,
    async run({ facts }: DomainEvent<'companyReviewed'>): Promise<void> {
      if (!facts.approved) return
      for (const step of STEPS) {
        const day = dayOf(step, facts, parts.periods)
        const dueAt = day.toZonedDateTime({ timeZone: COUNTY_TIME_ZONE, plainTime: MORNING }).toInstant()
        await parts.timers.set({ kind: CHECK, subject: `${facts.company}:${facts.look}:${step}`, dueAt })
      }
    },
  },
  {
    name: 'post-as-company',
    on: ['companyReviewed'] as const,
    async run({ facts }: DomainEvent<'companyReviewed'>): Promise<void> {
      const company = await parts.store.get(companies, parts.county, facts.company)
      const [first] = facts.representatives
      if (company === undefined || first === undefined || !facts.approved || facts.look !== 1) return
      await postAs(parts, company, first)
    },
  },
]

/** Only where he has said nothing else. */
async function postAs({ editor, people: room, county }: CompanyTasksParts, company: CompanyDoc, person: string): Promise<void> {
  const { id, kind, name } = company
  const edited = await editor.edit(
    people,
    { county, id: person },
    (doc) => accept(doc.postsAs === null ? { ...doc, postsAs: { kind, company: id, name } } : doc),
    { missing: 'not-found' },
  )
  if (!edited.ok && edited.refusal === 'try-again') throw new Error('the person is being changed by many at once')
  const first = company.representatives.find((one) => one.person === person)
  if (first) room.changed(first.person)
}

const isStep = (text: string): text is Step => (STEPS as readonly string[]).includes(text)

export function createCompanyTasks({ store, county, tell, openTask }: CompanyTasksParts) {
  return {
    /** A look that somebody has taken meanwhile has its own clocks; the older ones say nothing more. */
    async [CHECK](subject: string): Promise<void> {
      const [id = '', look = '', step = ''] = subject.split(':')
      const company = await store.get(companies, county, id)
      if (company?.standing.state !== 'approved' || String(company.looks) !== look || !isStep(step)) return
      const key = `${CHECK}:${subject}`
      const { township, representatives, standing } = company
      const facts = { company: id, checkOn: standing.checkOn.toString() }
      if (step === 'due') await openTask({ key, kind: 'company-check', subject: id, township, facts })
      for (const { person } of representatives) await tell(`${key}:${person}`, { kind: KIND[step], person })
    },
  }
}
