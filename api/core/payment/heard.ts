import type { DomainEvent } from '../event.ts'

/** What hearing the provider's word comes to. */
export type Heard<T> =
  | { readonly kind: 'news'; readonly doc: T; readonly events: readonly DomainEvent[] }
  /** We knew that already, or it is older than what we know. */
  | { readonly kind: 'known' }
  /** It cannot be true together with what we know. */
  | { readonly kind: 'contradiction'; readonly why: Contradiction }

export type Contradiction = 'other-amount' | 'other-transaction' | 'refund-before-pay' | 'not-ours' | 'after-the-end'

export const KNOWN = { kind: 'known' } as const
export const contradiction = (why: Contradiction) => ({ kind: 'contradiction', why }) as const
