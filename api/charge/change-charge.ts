import { dropCharge } from '../core/charge/charge.ts'
import { accept } from '../core/result.ts'
import type { Editor } from '../store/editor.ts'
import { StoreUnavailable } from '../store/port.ts'
import { type ChargeDoc, chargeId, charges } from './charge.collection.ts'

type Book = { readonly editor: Pick<Editor, 'edit'>; readonly county: string }

/** Changes a charge, by a decision that is safe to repeat. undefined: nobody ever asked for it. */
export async function changeCharge(
  { editor, county }: Book,
  key: string,
  decide: (charge: ChargeDoc) => ChargeDoc,
): Promise<ChargeDoc | undefined> {
  const edited = await editor.edit(charges, { county, id: chargeId(key) }, (charge) => accept(decide(charge)))
  if (edited.ok) return edited.value
  if (edited.refusal === 'not-found') return undefined
  throw new StoreUnavailable('many change the same charge at once')
}

/** Nobody wants the money of this key any more; what was paid before stays paid. Gives the charge as it then is. */
export const withdrawCharge = (book: Book, key: string): Promise<ChargeDoc | undefined> => changeCharge(book, key, dropCharge)
