import type { Actor } from '../core/audit/audited.ts'
import { asId } from '../core/id.ts'
import type { BoundPayee } from '../wallet/payout-ports.ts'
import type { People } from './find-person.ts'
import type { OpenPersonalData } from './open-personal-data.ts'

interface Parts {
  readonly people: Pick<People, 'payeeOf'>
  readonly openPersonalData: OpenPersonalData
}

const SYSTEM: Actor = { role: 'system', id: 'send-payout' }

/** Whom an order goes to; with the name where `named` is the number of a payout whose provider compares it. */
export type PayeeToOrder = (worker: string, named?: string) => Promise<BoundPayee | undefined>

export const createPayeeToOrder =
  ({ people, openPersonalData }: Parts): PayeeToOrder =>
  async (worker, named) => {
    const payee = await people.payeeOf(worker)
    if (payee === undefined || named === undefined) return payee
    const id = asId<'person'>(worker)
    const opening = { key: `payout:${named}`, actor: SYSTEM, purpose: 'payout', people: [id], fields: ['name'] } as const
    return { ...payee, name: (await openPersonalData(opening)).get(id)?.name }
  }
