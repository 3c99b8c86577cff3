import type { Clock } from '../core/clock.ts'
import { instantText } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import type { ConductChange } from '../core/penalty/change-conduct.ts'
import type { PenaltyRules } from '../core/penalty/penalty.ts'
import { pausedUntil, toTalkOver } from '../core/penalty/weigh.ts'
import { accept, type Refused, type Result, refuse } from '../core/result.ts'
import { EMPTY_OUTBOX, withEvents } from '../event/outbox.ts'
import type { Editor } from '../store/editor.ts'
import { NO_KEYS, type Once, once } from '../store/once.ts'
import type { Store } from '../store/port.ts'
import { type ConductDoc, conducts } from './conduct.collection.ts'

export interface ConductPorts {
  readonly store: Pick<Store, 'get'>
  readonly editor: Editor
  readonly county: string
  readonly clock: Clock
  readonly rules: PenaltyRules
  /** From how long before the start on a word that is taken back is taken back late. */
  readonly lateHours: number
}

export const newConduct = (id: PersonId, { county, demo }: { county: string; demo: boolean }): ConductDoc => ({
  ...{ id, county, version: 1, demo, penalties: [] },
  ...NO_KEYS,
  ...EMPTY_OUTBOX,
})

type Decide = (conduct: ConductDoc) => Result<ConductChange<ConductDoc>>

const changed = (doc: ConductDoc, decide: Decide): Result<ConductDoc> => {
  const decision = decide(doc)
  if (!decision.ok) return decision
  const { conduct, events } = decision.value
  return accept(conduct === doc ? doc : withEvents(conduct, events))
}

/** A pure decision about somebody's conduct and one conditional write; `call` where it answers a numbered call. */
export function editConduct({ editor, county }: ConductPorts, person: PersonId, decide: Decide, call?: Once): Promise<Result<ConductDoc>> {
  const onDoc = (doc: ConductDoc) => changed(doc, decide)
  const decideDoc = call
    ? once<ConductDoc>(call, (doc) => {
        const next = onDoc(doc)
        return next.ok ? accept({ doc: next.value }) : next
      })
    : onDoc
  return editor.edit(conducts, { county, id: person }, decideDoc, { missing: 'penalty-not-found' })
}

/** Why somebody may not take or publish now; undefined where he may. */
export async function whyPaused({ store, county, clock, rules }: ConductPorts, person: PersonId): Promise<Refused | undefined> {
  const { penalties = [] } = (await store.get(conducts, county, person)) ?? {}
  const now = clock.now()
  if (toTalkOver(penalties, now, rules).length > 0) return refuse('hall-first')
  const until = pausedUntil(penalties, now, rules)
  return until && refuse('paused', { until: instantText(until) })
}
