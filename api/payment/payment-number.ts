import { deriveId } from '../vault/digest.ts'

type Numbered = 'payment' | 'refund' | 'payout'

/** Our number at the provider: 26 letters and digits that the same county and key always give again. */
export const paymentNumber = (kind: Numbered, county: string, key: string): string => deriveId(`${kind}-number`, `${county}/${key}`)
