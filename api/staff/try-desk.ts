import type { Clock } from '../core/clock.ts'
import { accept, type Result } from '../core/result.ts'
import { ALLOWANCE, giveTryBack, type TriedBy, takeTry } from '../core/staff/tries.ts'
import type { Editor } from '../store/editor.ts'
import type { Store } from '../store/port.ts'
import { deriveId } from '../vault/digest.ts'
import type { Vault } from '../vault/vault.ts'
import { type StaffTriesDoc, staffTries } from './staff-tries.collection.ts'

/** Counts guesses, at what is there and at what is not alike. */
export interface TryDesk {
  take(by: TriedBy, who: string): Promise<Result<StaffTriesDoc>>
  giveBack(by: TriedBy, who: string): Promise<void>
  /** It was he: his earlier slips count no more. */
  clear(by: TriedBy, who: string): Promise<void>
}

interface TryParts {
  readonly store: Pick<Store, 'remove'>
  readonly editor: Editor
  readonly vault: Pick<Vault, 'blindIndex'>
  readonly county: string
  readonly clock: Clock
}

export function createTryDesk({ store, editor, vault, county, clock }: TryParts): TryDesk {
  const idOf = (by: TriedBy, who: string): string => deriveId('staff-tries', vault.blindIndex(`staff-tries-${by}`, who))

  return {
    async take(by, who) {
      const now = clock.now()
      const first = { id: idOf(by, who), county, version: 1, used: 1, at: now }
      if ((await editor.insert(staffTries, first)).ok) return accept(first)
      return editor.edit(staffTries, first, (tries) => takeTry(tries, ALLOWANCE[by], now))
    },
    async giveBack(by, who) {
      const ref = { county, id: idOf(by, who) }
      await editor.edit(staffTries, ref, (tries) => accept(giveTryBack(tries, ALLOWANCE[by], clock.now())))
    },
    async clear(by, who) {
      await store.remove(staffTries, county, idOf(by, who))
    },
  }
}
