import type { FindingKind, JobDraft } from '../understand/understanding.ts'

export type PostField = 'trade' | 'headcount' | 'pay' | 'start' | 'hours' | 'place'
export type PersonRole = 'worker' | 'employer'

/** A post being put together; it becomes a job only when the employer sends 「发」. */
export interface PostForm {
  readonly kind: 'post'
  readonly draft: JobDraft
  /** The words for the work as the employer said them. */
  readonly content: string
  readonly hoursPerDay: number | null
  readonly findings: readonly FindingKind[]
  readonly asking: PostField | null
  readonly misses: number
  /** Further jobs of the same message, each to be confirmed after the one before. */
  readonly rest: readonly JobDraft[]
}

export interface RegisterForm {
  readonly kind: 'register'
  readonly role: PersonRole | null
  readonly name: string | null
  readonly idNumber: string | null
  readonly phone: string | null
  readonly misses: number
  /** A post that waits until its author is registered. */
  readonly then: PostForm | null
}

/** Whatever spends, cancels or gives up waits for 「确认」. */
export interface ConfirmForm {
  readonly kind: 'confirm'
  readonly action: 'hand-back' | 'cancel-job' | 'insure-job'
  readonly number: string
}

export type Form = PostForm | RegisterForm | ConfirmForm

export interface Search {
  readonly trade?: string
  readonly township?: string
  readonly day?: string
  readonly leastPayFen?: number
  readonly after?: string
}

export interface Session {
  readonly form: Form | null
  /** Numbers of the jobs shown last, so that 「2」 means the second of them. */
  readonly shown: readonly string[]
  readonly search: Search | null
  /** Lines in a row that were not understood. */
  readonly misses: number
  /** When the person last wrote, as text of fixed width; an old form is forgotten. */
  readonly at: string
}

export const NEW_SESSION: Session = { form: null, shown: [], search: null, misses: 0, at: '' }

const FORM_MINUTES = 60

/** A form nobody went on with is gone: 「发」 the next day must not publish yesterday's card. */
export function awake(session: Session | undefined, now: Temporal.Instant): Session {
  if (!session) return NEW_SESSION
  const slept = session.at === '' || now.since(Temporal.Instant.from(session.at)).total('minutes') > FORM_MINUTES
  return slept ? NEW_SESSION : session
}
