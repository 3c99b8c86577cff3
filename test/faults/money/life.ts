import type { PaymentProvider } from '@linggong/api/payment/port.ts'
import type { Store } from '@linggong/api/store/port.ts'
import { Died, type Fate } from '../fate.ts'

/** One process's: what it does to the outside world counts, and once dead it does and sees nothing more. */
export interface Life {
  readonly isOver: () => boolean
  effect<T>(act: () => Promise<T>): Promise<T>
  look<T>(act: () => Promise<T>): Promise<T>
}

export function lifeOf(fate: Fate): Life {
  let isOver = false
  const look = async <T>(act: () => Promise<T>): Promise<T> => {
    if (isOver) throw new Died()
    return await act()
  }
  return {
    isOver: () => isOver,
    look,
    effect: (act) =>
      look(async () => {
        try {
          return await fate.effect(act)
        } catch (error) {
          if (error instanceof Died) isOver = true
          throw error
        }
      }),
  }
}

export const mortalStore = (store: Store, { effect, look }: Life): Store => ({
  ...store,
  insert: (into, doc) => effect(() => store.insert(into, doc)),
  replace: (into, doc, version) => effect(() => store.replace(into, doc, version)),
  remove: (from, county, id) => effect(() => store.remove(from, county, id)),
  get: (from, county, id) => look(() => store.get(from, county, id)),
  getBy: (from, key, values) => look(() => store.getBy(from, key, values)),
  find: (from, query) => look(() => store.find(from, query)),
  count: (from, query) => look(() => store.count(from, query)),
})

/** Even a question is an effect: a provider may end something by being asked. */
export const mortalProvider = (provider: PaymentProvider, { effect }: Life): PaymentProvider => ({
  ...provider,
  openPayment: (order) => effect(() => provider.openPayment(order)),
  askPayment: (number) => effect(() => provider.askPayment(number)),
  closePayment: (number) => effect(() => provider.closePayment(number)),
  refund: (order) => effect(() => provider.refund(order)),
  askRefund: (number) => effect(() => provider.askRefund(number)),
  payOut: (order) => effect(() => provider.payOut(order)),
  askPayout: (number) => effect(() => provider.askPayout(number)),
  cancelPayout: (number) => effect(() => provider.cancelPayout(number)),
})
