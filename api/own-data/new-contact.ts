import { instantText, isBefore } from '../core/clock.ts'
import { type Refused, refuse } from '../core/result.ts'
import type { PersonDoc } from '../person/person.collection.ts'

/** Whoever has just been bound in another's place might be somebody else: for a day neither his money nor his data leave by him. */
export const refuseNewContact = ({ moneyFrom }: Pick<PersonDoc, 'moneyFrom'>, now: Temporal.Instant): Refused | undefined =>
  moneyFrom !== null && isBefore(now, moneyFrom) ? refuse('contact-too-new', { from: instantText(moneyFrom) }) : undefined
