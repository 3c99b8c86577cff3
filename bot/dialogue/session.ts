import type { FindingKind, JobDraft } from '../understand/understanding.ts'

export type PostField = 'trade' | 'headcount' | 'pay' | 'start' | 'hours' | 'place'
export type PersonRole = 'worker' | 'employer'

/** Commands that may need to ask which job is meant. */
export type Verb = 'take' | 'undo' | 'handBack' | 'start' | 'finish' | 'confirm' | 'pay' | 'insure' | 'cancel' | 'see' | 'rate' | OfferVerb

/** What concerns the pay of a seat that is at work or waits to be paid. */
export type OfferVerb = 'partDay' | 'overtime' | 'cash' | 'agree' | 'decline'

/** A post being put together; it becomes a job only when the employer sends 「发」. */
export interface PostForm {
  readonly kind: 'post'
  readonly draft: JobDraft
  /** The words for the work as the employer said them. */
  readonly content: string
  readonly hoursPerDay: number | null
  readonly findings: readonly FindingKind[]
  /** null: everything is there, and the card was shown. */
  readonly asking: PostField | null
  readonly misses: number
  /** Further jobs of the same person, each to be confirmed after the one before. */
  readonly rest: readonly SaidJob[]
}

/** A job as it was read, and the words for its work. */
export interface SaidJob {
  readonly draft: JobDraft
  readonly content: string
}

export interface RegisterForm {
  readonly kind: 'register'
  readonly role: PersonRole | null
  readonly name: string | null
  readonly idNumber: string | null
  readonly phone: string | null
  /** Of 16 or 17 years: somebody has to answer for him. */
  readonly isMinor: boolean
  readonly guardianName: string | null
  readonly guardianPhone: string | null
  readonly misses: number
  /** A post that waits until its author is registered. */
  readonly afterwards: PostForm | null
}

/** Whatever spends, cancels or gives up waits for 「确认」. */
export interface ConfirmForm {
  readonly kind: 'confirm'
  readonly action: 'hand-back' | 'cancel-job' | 'insure-job' | 'confirm-work' | 'settle-work' | 'block'
  readonly number: string
  /** What each worker is to get, where the employer has named it. */
  readonly amounts?: readonly { readonly take: string; readonly amountFen: number; readonly reason: string }[]
  /** Which worker of the job is meant. */
  readonly take?: string
  /** Taken back because of rain or the like. */
  readonly weather?: boolean
}

/** 「是哪一个？」: the jobs as they were numbered, and what is to be done with the one that is named. */
export interface WhichForm {
  readonly kind: 'which'
  readonly verb: Verb
  readonly numbers: readonly string[]
  readonly code?: string
  /** What was said, where more of it counts than the number. */
  readonly words?: string
}

/** How many stars is waited for; the words go with them. */
export interface StarsForm {
  readonly kind: 'stars'
  readonly number: string
  readonly words: string
}

/** Which penalty, and then why it was nobody's fault, is waited for. */
export interface AppealForm {
  readonly kind: 'appeal'
  readonly penalties: readonly string[]
  readonly penalty: string | null
}

/** Four digits are waited for. */
export interface CodeForm {
  readonly kind: 'code'
}

/** How many hours is waited for. */
export interface HoursForm {
  readonly kind: 'hours'
  readonly offer: 'part-day' | 'overtime'
  readonly number: string
}

/** So much is to be sent to its owner's account, once he has said yes. */
export interface WithdrawForm {
  readonly kind: 'withdraw'
  readonly amountFen: number
}

/** A payout that is to be taken back. */
export interface TakeBackForm {
  readonly kind: 'take-back'
  readonly payout: string
}

/** Whether somebody wants to take all that there is of him. */
export interface ExportForm {
  readonly kind: 'export'
}

/** Whether somebody really wants to be forgotten: he is asked twice. */
export interface EraseForm {
  readonly kind: 'erase'
  readonly asked: 'once' | 'twice'
}

/** Where somebody lives is waited for. */
export interface TownshipForm {
  readonly kind: 'township'
}

/** A picture of a paper is waited for; null: of which one has not been said. */
export interface PictureForm {
  readonly kind: 'picture'
  readonly cert: string | null
}

/** A company is being registered: its code, its name, then the picture of its business licence. */
export interface CompanyForm {
  readonly kind: 'company'
  readonly creditCode: string | null
  readonly name: string | null
}

/** Somebody is to agree that his own people act for him. */
export interface LetHelpForm {
  readonly kind: 'let-help'
}

/** The codes that went to both phones are waited for, that of the old one first. */
export interface PhoneForm {
  readonly kind: 'phone'
  readonly phone: string
  readonly oldCode: string | null
}

/** 「帮谁？」: what is to be done for one of those. */
export interface WhomForm {
  readonly kind: 'whom'
  readonly rest: string
  readonly elders: readonly { readonly person: string; readonly called: string }[]
}

/** A picture is here, in base64, and of which paper it is has to be said: one line later it is sent or forgotten. */
export interface CertForm {
  readonly kind: 'cert'
  readonly picture: string
}

/** What takes many lines to fill; it waits while something else is asked. */
export type Draft = PostForm | RegisterForm
/** One question; another command is its answer too, namely that it is not wanted any more. */
export type Question =
  | ConfirmForm
  | WhichForm
  | CodeForm
  | HoursForm
  | StarsForm
  | AppealForm
  | WithdrawForm
  | TakeBackForm
  | ExportForm
  | EraseForm
  | TownshipForm
  | PictureForm
  | CertForm
  | CompanyForm
  | LetHelpForm
  | PhoneForm
  | WhomForm
export type Form = Draft | Question

export const isDraft = (form: Form | null): form is Draft => form?.kind === 'post' || form?.kind === 'register'

export interface Search {
  readonly trade?: string
  readonly township?: string
  readonly day?: string
  readonly leastPayFen?: number
  readonly after?: string
}

/** What was answered to a line that changed the session: told again as it was when a crash comes before it is marked as answered. */
export interface Answered {
  readonly message: string
  readonly replies: readonly { readonly to: 'private' | 'room'; readonly text: string; readonly qr?: string }[]
}

export interface Session {
  readonly form: Form | null
  /** A draft that a question has pushed aside; it goes on when the question is settled. */
  readonly behind: Draft | null
  /** Numbers of the jobs listed last, so that 「2」 means the second of them. */
  readonly shown: readonly string[]
  /** The job looked at last, so that 「抢」 means it. */
  readonly seen: string | null
  /** The job grabbed last, so that 「撤销」 means it. */
  readonly grabbed: string | null
  /** The job that could not be grabbed for want of registration. */
  readonly wanted: string | null
  readonly search: Search | null
  /** Lines in a row that were not understood. */
  readonly misses: number
  readonly answered: Answered | null
  /** For whom lines are meant: until he says otherwise (`keeps`), or while a question about it is open. */
  readonly helping: { readonly person: string; readonly called: string; readonly keeps: boolean } | null
  /** When the person last wrote, as text of fixed width; an old form is forgotten. */
  readonly at: string
}

export const NEW_SESSION: Session = {
  form: null,
  behind: null,
  shown: [],
  seen: null,
  grabbed: null,
  wanted: null,
  search: null,
  misses: 0,
  answered: null,
  helping: null,
  at: '',
}

const FORM_MINUTES = 60

/** A form nobody went on with is gone: 「发」 the next day must not publish yesterday's card. */
export function awake(session: Session | undefined, now: Temporal.Instant): Session {
  if (!session) return NEW_SESSION
  const slept = session.at === '' || now.since(Temporal.Instant.from(session.at)).total('minutes') > FORM_MINUTES
  return slept ? NEW_SESSION : { ...NEW_SESSION, ...session }
}
