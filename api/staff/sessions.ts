import type { Clock } from '../core/clock.ts'
import { accept, refuse } from '../core/result.ts'
import type { StaffActor } from '../core/staff/policy.ts'
import { beginAt, type Carrier, isAlive, isSeenLate } from '../core/staff/session.ts'
import type { Editor } from '../store/editor.ts'
import type { Store } from '../store/port.ts'
import { getByBlind } from '../vault/blinds.ts'
import { randomId } from '../vault/digest.ts'
import type { RandomSource } from '../vault/random.ts'
import type { Vault } from '../vault/vault.ts'
import { type StaffAccountDoc, staffAccounts } from './staff-account.collection.ts'
import { type StaffSessionDoc, staffSessions } from './staff-session.collection.ts'

export interface Begun {
  readonly token: string
  readonly session: StaffSessionDoc
}

export interface Sessions {
  /** Always under a token that nobody has seen before, whatever the caller brought along. */
  begin(account: StaffAccountDoc, carrier: Carrier): Promise<Begun>
  /** Goes on under a new token, proven now: what the old one was worth, nobody who kept it has. undefined: it is over. */
  renew(id: string, account: StaffAccountDoc): Promise<Begun | undefined>
  find(token: string, carrier: Carrier): Promise<StaffActor | undefined>
  byId(id: string): Promise<StaffSessionDoc | undefined>
  end(id: string): Promise<void>
}

interface SessionParts {
  readonly store: Store
  readonly editor: Editor
  readonly vault: Pick<Vault, 'indexes' | 'blindIndex'>
  readonly county: string
  readonly clock: Clock
  readonly random: RandomSource
}

const TOKEN_BYTES = 32

export function actorOf(account: StaffAccountDoc, { id: session, provenAt }: Pick<StaffSessionDoc, 'id' | 'provenAt'>): StaffActor {
  const { id, county, roles, scope, totp } = account
  return { id, county, roles, scope, stage: totp === null ? 'enrolling' : 'whole', session, provenAt }
}

export function createSessions({ store, editor, vault, county, clock, random }: SessionParts): Sessions {
  const digestOf = (token: string): string => vault.blindIndex('staff-session', token)
  const newToken = (): string => `staff.${Buffer.from(random.bytes(TOKEN_BYTES)).toString('base64url')}`

  async function see(session: StaffSessionDoc, now: Temporal.Instant): Promise<void> {
    if (!isSeenLate(session, now)) return
    await editor.edit(staffSessions, session, (doc) => accept(isSeenLate(doc, now) ? { ...doc, seenAt: now } : doc))
  }

  return {
    async begin({ id: account, epoch }, carrier) {
      const now = clock.now()
      const token = newToken()
      const head = { id: randomId<'staff-session'>(now, random), county, version: 1, digest: digestOf(token) }
      const session: StaffSessionDoc = { ...head, account, epoch, carrier, ...beginAt(now) }
      const inserted = await store.insert(staffSessions, session)
      if (!inserted.ok) throw new Error('a token that nobody could have had is there already')
      return { token, session }
    },
    async renew(id, { id: account, epoch }) {
      const now = clock.now()
      const token = newToken()
      const digest = digestOf(token)
      const renewed = await editor.edit(staffSessions, { county, id }, (doc) =>
        doc.account === account ? accept({ ...doc, digest, epoch, seenAt: now, provenAt: now }) : refuse('not-found'),
      )
      return renewed.ok ? { token, session: renewed.value } : undefined
    },
    async find(token, carrier) {
      const session = await getByBlind(store, staffSessions, 'digest', {
        county,
        field: 'digest',
        blinds: vault.indexes.ever('staff-session', token),
      })
      if (session === undefined || session.carrier !== carrier) return undefined
      const account = await store.get(staffAccounts, county, session.account)
      const now = clock.now()
      if (account === undefined || !isAlive(session, account, now)) return undefined
      await see(session, now)
      return actorOf(account, session)
    },
    byId: (id) => store.get(staffSessions, county, id),
    async end(id) {
      await store.remove(staffSessions, county, id)
    },
  }
}
