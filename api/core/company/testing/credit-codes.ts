import { creditCheck } from '../credit-code.ts'

/** A made-up code whose last sign is right; another `serial` is another company, `kind` its first two signs. */
export function aCreditCode({ serial = 1, kind = '91' }: { serial?: number; kind?: string } = {}): string {
  const first17 = `${kind}350428MA${String(serial).padStart(7, '0')}`
  return first17 + creditCheck(first17)
}
