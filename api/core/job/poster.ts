import type { CompanyKind } from '../company/credit-code.ts'

export const EMPLOYER_TYPES = ['household', 'company', 'coop'] as const
export type EmployerType = (typeof EMPLOYER_TYPES)[number]

/** A company in whose name its representative posts, as it was called then. */
export interface CompanyPoster {
  readonly kind: CompanyKind
  readonly company: string
  readonly name: string
}

/** In whose name a job is posted: the employer's own household, or a company that he speaks for. He answers for the pay either way. */
export type Poster = { readonly kind: 'household' } | CompanyPoster

export const HOUSEHOLD: Poster = { kind: 'household' }

/** In whose name an event says that it was; one from before companies could post says nothing, and was a household's. */
export const employerTypeOf = ({ employerType = 'household' }: { readonly employerType?: EmployerType }): EmployerType => employerType
