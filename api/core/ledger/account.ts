import type { JobId, PersonId } from '../id.ts'

/** `employer:ID`, `job:ID` (the escrow of one job), `worker:ID`, and the county's own. Each lives in one county. */
export type AccountName = string & { readonly kind: 'account' }

export const ACCOUNT_KINDS = [
  'employer',
  'job',
  'worker',
  'insurer',
  'provider',
  'refunds',
  'payouts',
  'compensation',
  'cash',
  'tax',
] as const
export type AccountKind = (typeof ACCOUNT_KINDS)[number]

const account = (kind: AccountKind, id?: string): AccountName => (id === undefined ? kind : `${kind}:${id}`) as AccountName

/** What passes through an employer's hands: in and out again, so that a statement shows it. */
export const employerAccount = (employer: PersonId): AccountName => account('employer', employer)
/** What is put aside for one job. */
export const jobAccount = (job: JobId): AccountName => account('job', job)
/** What the platform owes a worker. */
export const workerAccount = (worker: PersonId): AccountName => account('worker', worker)
/** Premiums handed on. */
export const INSURER = account('insurer')
/** The money itself, which lies with the payment provider: as far below zero as all claims together are above. */
export const PROVIDER = account('provider')
/** On its way back to whoever paid: it has left the job and has not left the provider. */
export const REFUNDS = account('refunds')
/** On its way to workers: it has left the wallets and has not left the provider. */
export const PAYOUTS = account('payouts')
/** What late cancellations cost passes through here, so that its sum can be read. */
export const COMPENSATION = account('compensation')
/** Money that changes hands outside: it comes in and goes out with the same entry. */
export const CASH = account('cash')
/** Tax that was withheld and is to be handed on. */
export const TAX = account('tax')

const COUNTY_ACCOUNTS: ReadonlySet<AccountName> = new Set([INSURER, PROVIDER, REFUNDS, PAYOUTS, COMPENSATION, CASH, TAX])

export const isOfKind = (kind: AccountKind, name: string): boolean => name === kind || name.startsWith(`${kind}:`)

/**
 * The accounts of a person or a job carry their balance along and never go below zero. The county's own do not: nearly every entry passes
 * through one of them, so all writers would stand in one line for a balance that nobody asks for at once.
 */
export const isRunning = (name: AccountName): boolean => !COUNTY_ACCOUNTS.has(name)
