import type { EmployerType } from '../job/poster.ts'

/** Something a subject did, on a county day. */
export interface Mark {
  readonly key: string
  /** A text of fixed width, which sorts as the instants do and costs nothing to read. */
  readonly at: string
  /** 2026-11-23 */
  readonly day: string
  readonly township: string
  readonly trade: string
  readonly riskClass: number
  /** 2026-12-24: until then it may be taken back; absent where it never is. */
  readonly until?: string | undefined
  /** Of what an employer did: in whose name. */
  readonly employerType?: EmployerType | undefined
}
