import { staffAct } from '../audit/actor-of.ts'
import type { Audited } from '../audit/audit.ts'
import type { Handlers } from '../contract/handler.ts'
import type { ConductView, PenaltyView } from '../contract/penalty.contract.ts'
import { instantText, isBefore } from '../core/clock.ts'
import { asId, type PersonId } from '../core/id.ts'
import { appealPenalty, decideAppeal, talkOver } from '../core/penalty/change-conduct.ts'
import type { Conduct, Penalty } from '../core/penalty/penalty.ts'
import { pausedUntil, pointsAt, toTalkOver, totalAt } from '../core/penalty/weigh.ts'
import type { Person } from '../core/person/person.ts'
import { accept, refuse } from '../core/result.ts'
import type { StaffAction } from '../core/staff/action.ts'
import { can, type StaffActor } from '../core/staff/policy.ts'
import { onceOf } from '../vault/once-of.ts'
import { conducts } from './conduct.collection.ts'
import { type ConductPorts, editConduct } from './conduct.ts'

export interface PenaltyRoutesParts extends ConductPorts {
  readonly personOf: (contact: string) => Promise<Person | undefined>
  readonly personById: (id: PersonId) => Promise<Person | undefined>
  readonly audited: Audited
}

type PenaltyHandlers = Pick<Handlers, 'myConduct' | 'appealPenalty' | 'seeConduct' | 'talkOver' | 'decideAppeal'>

function showPenalty({ rules, clock }: PenaltyRoutesParts, penalty: Penalty): PenaltyView {
  const { id, reason, jobNumber: number, at, points, appeal } = penalty
  const until = at.add({ hours: 24 * rules.appealDays })
  const isOpen = appeal === null && isBefore(clock.now(), until)
  return {
    ...{ penalty: id, reason, number, at: instantText(at), points, pointsNow: pointsAt(penalty, clock.now(), rules) },
    appealUntil: isOpen ? instantText(until) : null,
    appeal: appeal && { why: appeal.why, state: appeal.state, reason: appeal.state === 'waiting' ? null : appeal.reason },
  }
}

function show(parts: PenaltyRoutesParts, penalties: Conduct['penalties']): ConductView {
  const now = parts.clock.now()
  const until = pausedUntil(penalties, now, parts.rules)
  const newestFirst = penalties.toSorted((one, other) => Temporal.Instant.compare(other.at, one.at))
  return {
    points: totalAt(penalties, now, parts.rules),
    pausedUntil: until ? instantText(until) : null,
    hallFirst: toTalkOver(penalties, now, parts.rules).length > 0,
    penalties: newestFirst.map((penalty) => showPenalty(parts, penalty)),
  }
}

/** What somebody has not kept, what he says to it, and what a person of the hall makes of that. */
export function createPenaltyRoutes(parts: PenaltyRoutesParts): PenaltyHandlers {
  const { store, county, clock, rules, personOf, personById, audited } = parts
  const conductOf = async (person: PersonId) => (await store.get(conducts, county, person))?.penalties ?? []
  /** Whom somebody of the staff may reach; of others he does not hear that they are there. */
  async function reached(id: string, staff: StaffActor, action: StaffAction): Promise<Person | undefined> {
    const person = await personById(asId<'person'>(id))
    return person && can(staff, action, { county, township: person.township }) ? person : undefined
  }

  return {
    async myConduct({ caller }) {
      const person = await personOf(caller.contact)
      return person ? accept(show(parts, await conductOf(person.id))) : refuse('not-registered')
    },
    async appealPenalty({ params: { penalty }, body: { why }, caller }) {
      const person = await personOf(caller.contact)
      if (!person) return refuse('not-registered')
      const call = onceOf(caller, 'appealPenalty', [penalty, why])
      const decide = (doc: Parameters<Parameters<typeof editConduct>[2]>[0]) =>
        appealPenalty(doc, { penalty, why, now: clock.now(), rules })
      const appealed = await editConduct(parts, person.id, decide, call)
      return appealed.ok ? accept(show(parts, appealed.value.penalties)) : appealed
    },
    async seeConduct({ params, caller }) {
      const person = await reached(params.person, caller.staff, 'see-conduct')
      return person ? accept(show(parts, await conductOf(person.id))) : refuse('not-found')
    },
    async talkOver({ params, body: { seen }, caller }) {
      const person = await reached(params.person, caller.staff, 'talk-over')
      if (!person) return refuse('not-found')
      const call = onceOf(caller, 'talkOver', [params, seen])
      const asked = { ...staffAct(caller, call), action: 'talk-over', subjects: [person.id], facts: { penalties: seen.join(' ') } } as const
      const talked = { seen, by: caller.staff.id, cause: call.key, now: clock.now(), rules }
      const done = await audited(asked, () => editConduct(parts, person.id, (doc) => talkOver(doc, talked), call))
      return done.ok ? accept(show(parts, done.value.penalties)) : done
    },
    async decideAppeal({ params, body, caller }) {
      const person = await reached(params.person, caller.staff, 'decide-appeal')
      if (!person) return refuse('not-found')
      const call = onceOf(caller, 'decideAppeal', [params, body])
      const facts = { penalty: params.penalty, points: body.points, decision: body.lifted ? 'lifted' : 'upheld' }
      const asked = { ...staffAct(caller, call), action: 'decide-appeal', subjects: [person.id], facts } as const
      const decided = { ...body, penalty: params.penalty, by: caller.staff.id, now: clock.now() }
      const done = await audited(asked, () => editConduct(parts, person.id, (doc) => decideAppeal(doc, decided), call))
      return done.ok ? accept(show(parts, done.value.penalties)) : done
    },
  }
}
