import { accept, type Result, refuse } from '../result.ts'
import { ageOn, isMinor } from './age.ts'
import { type Applicant, readApplicant } from './applicant.ts'
import { PERSON_ROLES, type PersonRole } from './person.ts'

/** The columns a file may have, in whatever order, by what its first row calls them. */
export const IMPORT_FIELDS = ['name', 'idNumber', 'phone', 'township', 'role'] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]
export type TypedRow = Readonly<Partial<Record<ImportField, string>>>

export interface ImportRow {
  readonly applicant: Applicant
  readonly township: string
  readonly roles: readonly PersonRole[]
}

interface Reading {
  readonly today: Temporal.PlainDate
  /** Where whoever brings the file may register; an empty one among them where a row may leave it out. */
  readonly townships: readonly string[]
  /** What a cell may say for a role; the file's own words. */
  readonly roleOf: (text: string) => PersonRole | undefined
}

const FIELD_OF: Readonly<Record<string, ImportField>> = {
  'name-invalid': 'name',
  'id-number-invalid': 'idNumber',
  'under-age': 'idNumber',
  'phone-invalid': 'phone',
}

/** What is wrong with a row is refused with the field at fault, never with what stands in it. A minor needs a guardian, whom a file does not name: he is registered by hand. */
export function readImportRow(typed: TypedRow, { today, townships, roleOf }: Reading): Result<ImportRow> {
  const { name = '', idNumber = '', phone = '', township = '', role = '' } = typed
  const applicant = readApplicant({ name, idNumber, phone }, today)
  if (!applicant.ok) return refuse(applicant.refusal, { field: FIELD_OF[applicant.refusal] ?? 'name' })
  if (isMinor(ageOn(today, applicant.value.birthDay))) return refuse('guardian-missing', { field: 'idNumber' })
  if (!townships.includes(township)) return refuse('township-unknown', { field: 'township' })
  const read = role === '' ? PERSON_ROLES[0] : roleOf(role)
  return read === undefined ? refuse('bad-request', { field: 'role' }) : accept({ applicant: applicant.value, township, roles: [read] })
}
