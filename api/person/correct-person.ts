import { countyDay, isBefore } from '../core/clock.ts'
import type { DomainEvent } from '../core/event.ts'
import { asId, type StaffId } from '../core/id.ts'
import { LIMIT } from '../core/limit.ts'
import { ageOn, isMinor } from '../core/person/age.ts'
import {
  CORRECTED_FIELDS,
  type CorrectedField,
  type Correction,
  needsSecond,
  readCorrection,
  type TypedCorrection,
} from '../core/person/correction.ts'
import { payeeFrom } from '../core/person/payee.ts'
import { verifiedBy } from '../core/person/verification.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { withEvents } from '../event/outbox.ts'
import { type Once, once } from '../store/once.ts'
import type { Vault } from '../vault/vault.ts'
import { unlessLeaving } from './add-role.ts'
import { openPersonalData } from './open-person.ts'
import { type PersonDoc, people } from './person.collection.ts'
import { verifiedSince } from './person-event.ts'
import { placeOf, safeOf } from './person-safe.ts'
import { blindIdNumber } from './seal-person.ts'
import { type TownshipPorts, withTownship } from './tell-township.ts'
import { verified } from './verify-person.ts'

export interface CorrectPorts extends TownshipPorts {
  readonly vault: Vault
}

export interface AskedCorrection {
  readonly person: string
  readonly typed: TypedCorrection
  readonly by: StaffId
  readonly call: Once
}

export const personCorrected = (
  doc: PersonDoc,
  { at, cause, fields, by }: { at: Temporal.Instant; cause: string; fields: readonly CorrectedField[]; by: 'hall' | 'himself' },
) =>
  ({
    id: `personCorrected:${doc.id}:${cause}`,
    type: 'personCorrected',
    ...{ county: doc.county, demo: doc.demo, at },
    facts: { person: doc.id, fields, by },
  }) satisfies DomainEvent<'personCorrected'>

/** What of it is not so already. */
export function fieldsOf(vault: Vault, doc: PersonDoc, { name, identity, phone, township }: Correction): readonly CorrectedField[] {
  const now = openPersonalData(vault, doc)
  const isOther = {
    name: name !== undefined && name !== now.name,
    idNumber: identity !== undefined && identity.idNumber !== now.idNumber,
    phone: phone !== undefined && phone !== now.phone,
    township: township !== undefined && township !== doc.township,
  } as const satisfies Record<CorrectedField, boolean>
  return CORRECTED_FIELDS.filter((field) => isOther[field])
}

/** The same document with what is right now, sealed with the person's own key as before; nothing of what stood there is kept. */
export function resealed(vault: Vault, doc: PersonDoc, { name, identity, phone }: Correction): PersonDoc {
  const safe = safeOf(vault, doc)
  const seal = (field: 'name' | 'idNumber' | 'phone' | 'birthDay', text: string) => ({ [field]: safe.seal(placeOf(doc.id, field), text) })
  return {
    ...doc,
    ...(name === undefined ? {} : seal('name', name)),
    ...(phone === undefined ? {} : seal('phone', phone)),
    ...(identity === undefined
      ? {}
      : {
          ...seal('idNumber', identity.idNumber),
          ...seal('birthDay', identity.birthDay.toString()),
          idNumberBlind: blindIdNumber(vault, identity.idNumber),
        }),
  }
}

/** Somebody looked at the card, so it is known from now on who he is; no money leaves before he could object. He stays counted as he was. */
function corrected(ports: CorrectPorts, doc: PersonDoc, { correction, fields, cause }: Decided): PersonDoc {
  const at = ports.clock.now()
  const isOther = fields.includes('name') || fields.includes('idNumber')
  const right = { ...resealed(ports.vault, doc, correction), correction: null }
  const made = isOther ? { ...sure(right, at), moneyFrom: payeeFrom(at, { changed: true }) } : right
  const lives = correction.township === undefined ? made : withTownship(made, correction.township, at)
  return withEvents(lives, [personCorrected(doc, { at, cause, fields, by: 'hall' })])
}

const sure = (doc: PersonDoc, at: Temporal.Instant): PersonDoc =>
  doc.verification.state === 'verified'
    ? { ...doc, verification: verifiedBy('counter', at), verifiedSince: verifiedSince(doc) }
    : verified(doc, 'counter', at)

interface Decided {
  readonly correction: Correction
  readonly fields: readonly CorrectedField[]
  readonly cause: string
}

/** The corrected person, or the same with a correction that waits for somebody else to type it too. */
export async function correctPerson(ports: CorrectPorts, { person, typed, by, call }: AskedCorrection): Promise<Result<PersonDoc>> {
  const { vault, clock, editor, people: room } = ports
  const now = clock.now()
  const today = countyDay(now)
  const read = readCorrection(typed, today)
  if (!read.ok) return read
  const correction = read.value
  const { township, identity } = correction
  if (township !== undefined && !ports.townships.includes(township)) return refuse('township-unknown')
  const asked = JSON.stringify([person, correction])
  const mark = vault.blindIndex('correction', asked)
  const isSame = (other: string): boolean => vault.indexes.ever('correction', asked).includes(other)
  const decide = (doc: PersonDoc) => {
    const fields = fieldsOf(vault, doc, correction)
    if (fields.length === 0) return accept({ doc })
    if (identity && isMinor(ageOn(today, identity.birthDay)) && doc.guardian === null) return refuse('guardian-missing')
    const isSecond =
      doc.correction !== null && isSame(doc.correction.mark) && doc.correction.by !== by && isBefore(now, doc.correction.until)
    if (needsSecond(fields, { isVerified: doc.verification.state === 'verified' }) && !isSecond)
      return accept({ doc: { ...doc, correction: { mark, by, until: now.add({ hours: LIMIT.correctionHours }) } } })
    return accept({ doc: corrected(ports, doc, { correction, fields, cause: call.key }) })
  }
  const at = { county: room.county, id: person }
  const missing = { missing: 'not-found', duplicate: 'id-number-in-use' } as const
  const edited = await editor.edit(people, at, unlessLeaving(once<PersonDoc>(call, decide)), missing)
  room.changed(asId<'person'>(person))
  return edited
}
