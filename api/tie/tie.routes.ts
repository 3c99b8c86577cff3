import type { Handlers } from '../contract/handler.ts'
import type { TieView } from '../contract/tie.contract.ts'
import { isChatNumber } from '../core/chat-number.ts'
import { type Clock, instantText } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import type { Job } from '../core/job/job.ts'
import type { Person } from '../core/person/person.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { NO_TIES, TIE_KINDS, type Tie, type TieKind, tie, untie } from '../core/tie/ties.ts'
import type { JobDesk } from '../job/edit-job.ts'
import type { NameOf } from '../job/show-job.ts'
import type { Editor } from '../store/editor.ts'
import type { Store } from '../store/port.ts'
import { deriveId } from '../vault/digest.ts'
import type { Strangers } from './strangers.ts'
import { type TiesDoc, ties } from './ties.collection.ts'

export interface TieRoutesParts {
  readonly store: Pick<Store, 'get'>
  readonly editor: Editor
  readonly county: string
  readonly clock: Clock
  readonly desk: Pick<JobDesk, 'byNumber'>
  readonly strangers: Strangers
  readonly personOf: (contact: string) => Promise<Person | undefined>
  readonly nameOf: NameOf
}

const tieId = (owner: PersonId, kind: TieKind, person: PersonId): string => deriveId('tie', `${owner}\0${kind}\0${person}`)

/** The other side of a job: for a worker its employer, for the employer the worker who holds or held that seat. */
function otherSide(job: Job, { id, roles }: Person, { kind, take }: { kind: TieKind; take?: string | undefined }): Result<PersonId> {
  if (job.employer === id) {
    const seat = job.takes.find((each) => each.id === take)
    return seat ? accept(seat.worker) : refuse('no-take')
  }
  if (kind === 'preferred') return roles.includes('employer') ? refuse('no-take') : refuse('not-an-employer')
  return accept(job.employer)
}

export function createTieRoutes(parts: TieRoutesParts): Pick<Handlers, 'tie' | 'listTies' | 'untie'> {
  const { store, editor, county, clock, desk, strangers, personOf, nameOf } = parts
  const docOf = (person: PersonId) => store.get(ties, county, person)
  const view = async (owner: PersonId, kind: TieKind, { person, at }: Tie): Promise<TieView> => ({
    ...{ tie: tieId(owner, kind, person), kind, name: await nameOf(person), at: instantText(at) },
  })

  async function change(owner: PersonId, decide: (doc: TiesDoc) => Result<TiesDoc>): Promise<Result<TiesDoc>> {
    await editor.insert(ties, { id: owner, county, version: 1, ...NO_TIES })
    const changed = await editor.edit(ties, { county, id: owner }, decide)
    strangers.changed()
    return changed
  }

  return {
    async tie({ params, body, caller }) {
      const owner = await personOf(caller.contact)
      if (!owner) return refuse('not-registered')
      const job = isChatNumber(params.number) ? await desk.byNumber(params.number) : undefined
      if (!job || (job.state === 'draft' && job.employer !== owner.id)) return refuse('job-not-found')
      const other = otherSide(job, owner, body)
      if (!other.ok) return other
      const wanted: Tie = { person: other.value, at: clock.now() }
      const changed = await change(owner.id, (doc) => tie(doc, body.kind, wanted))
      return changed.ok ? accept(await view(owner.id, body.kind, wanted)) : changed
    },
    async listTies({ caller }) {
      const owner = await personOf(caller.contact)
      if (!owner) return refuse('not-registered')
      const doc = (await docOf(owner.id)) ?? NO_TIES
      const all = TIE_KINDS.flatMap((kind) => doc[kind].map((each) => view(owner.id, kind, each)))
      return accept({ ties: await Promise.all(all) })
    },
    async untie({ params, caller }) {
      const owner = await personOf(caller.contact)
      if (!owner) return refuse('not-registered')
      const doc = await docOf(owner.id)
      for (const kind of TIE_KINDS) {
        const found = doc?.[kind].find(({ person }) => tieId(owner.id, kind, person) === params.tie)
        if (!found) continue
        const changed = await change(owner.id, (now) => accept(untie(now, kind, found.person)))
        return changed.ok ? accept(await view(owner.id, kind, found)) : changed
      }
      return refuse('not-found')
    },
  }
}
