import { keptIn, type LawText } from './books.ts'
import { JOB_LAWS } from './job-laws.ts'
import { PROVIDER_LAWS } from './provider-laws.ts'
import { TAKE_LAWS } from './take-laws.ts'
import type { MoneyTown } from './town.ts'

export interface Law {
  readonly law: string
  readonly what: string
}

const LAWS: Readonly<Record<string, LawText>> = { ...PROVIDER_LAWS, ...JOB_LAWS, ...TAKE_LAWS }

/** What must hold whenever nothing more happens. */
export async function lawsBroken(town: MoneyTown): Promise<readonly Law[]> {
  const kept = await keptIn(town)
  return Object.entries(LAWS).flatMap(([law, text]) => [...text(kept)].map((what) => ({ law, what })))
}
