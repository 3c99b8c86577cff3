import { instantText } from '../core/clock.ts'
import type { DomainEvent } from '../core/event.ts'
import type { PersonId } from '../core/id.ts'
import { payeeFrom } from '../core/person/payee.ts'
import { accept, type Result } from '../core/result.ts'
import { withEvents } from '../event/outbox.ts'
import { isShared } from '../vault/blinds.ts'
import type { Vault } from '../vault/vault.ts'
import { type PersonPorts, unlessLeaving } from './add-role.ts'
import { type PersonDoc, people } from './person.collection.ts'
import { blindPayee, sealPayee } from './seal-person.ts'

export interface BindPayeePorts extends PersonPorts {
  readonly vault: Vault
}

export interface Binding {
  readonly person: PersonId
  /** As the provider says whose account it is, never as somebody typed it. */
  readonly openid: string
  /** What it was done by, such as the one-time link: the same cause binds once. */
  readonly cause: string
}

const isPayee = (vault: Vault, { payee }: PersonDoc, openid: string): boolean =>
  payee !== null && isShared(payee.blind, blindPayee(vault, openid))

function bound(vault: Vault, doc: PersonDoc, { openid, cause, at }: Binding & { at: Temporal.Instant }): PersonDoc {
  if (isPayee(vault, doc, openid)) return doc
  const changed = doc.payee !== null
  const from = payeeFrom(at, { changed })
  const event: DomainEvent<'payeeBound'> = {
    id: `payeeBound:${cause}`,
    type: 'payeeBound',
    county: doc.county,
    at,
    demo: doc.demo,
    facts: { person: doc.id, changed, from: instantText(from) },
  }
  return withEvents({ ...doc, payee: sealPayee(vault, doc, { openid, from }) }, [event])
}

/** Names the account that a person's payouts go to from now on; it is nobody else's. He hears of it in the chat. */
export async function bindPayee(ports: BindPayeePorts, binding: Binding): Promise<Result<{ readonly changed: boolean }>> {
  const { editor, clock, people: room, vault } = ports
  const at = clock.now()
  let changed = false
  const ref = { county: room.county, id: binding.person }
  const decide = (doc: PersonDoc) => {
    changed = doc.payee !== null && !isPayee(vault, doc, binding.openid)
    return accept(bound(vault, doc, { ...binding, at }))
  }
  const edited = await editor.edit(people, ref, unlessLeaving(decide), { missing: 'not-registered', duplicate: 'payee-in-use' })
  room.changed(binding.person)
  return edited.ok ? accept({ changed }) : edited
}
