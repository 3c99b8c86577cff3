import type { Answer, Client } from '@linggong/api/contract/handler.ts'
import type { PersonCard } from '@linggong/api/contract/person.contract.ts'
import type { CallInput } from '@linggong/api/contract/route.ts'
import { ROUTES, type RouteId, type RouteOf } from '@linggong/api/contract/routes.ts'
import type { Fen } from '@linggong/api/core/money.ts'
import type { LicenceRule } from '@linggong/api/core/person/licence-rule.ts'
import type { Result } from '@linggong/api/core/result.ts'
import type { Incoming } from '../channel/port.ts'
import { isAnswer } from '../copy/answers.ts'
import type { Saying } from '../copy/sayings.ts'
import type { Answers } from '../understand/answers/answers.ts'
import type { Registration } from '../understand/answers/read-registration.ts'
import type { Line } from '../understand/line.ts'
import type { Understanding } from '../understand/understanding.ts'
import type { Session } from './session.ts'

/** The county as the bot must know it to ask and to warn before the API decides. */
export interface County {
  readonly floorFenPerHour: Fen
  readonly tradeOf: (trade: string) => { readonly riskClass: number }
  readonly licenceRules: readonly LicenceRule[]
  readonly licenceNames: readonly string[]
  /** The township a free place text speaks of; empty when it names none. */
  readonly townshipOf: (place: string) => string
  readonly hall: { readonly phone: string; readonly hours: string }
  /** From how long before the start on a word that is taken back is taken back late. */
  readonly lateCancel: { readonly withinHours: number }
}

/** Calls one route for the person who wrote; the key is made of the message, so a repeated message repeats no effect. */
export type Api = <Id extends RouteId>(route: Id, input: CallInput<RouteOf<Id>>) => Promise<Result<Answer<Id>>>

/** How words become values, so that the dialogue can read an answer to its own question. */
export interface Reader extends Answers {
  readonly understand: (line: Line) => Understanding
  readonly readRegistration: (text: string) => Registration
}

/** One chat line and all that answering it may depend on. */
export interface Turn {
  readonly message: Incoming
  readonly line: Understanding
  readonly session: Session
  /** Whoever wrote, masked; undefined when not registered. */
  readonly person: PersonCard | undefined
  readonly api: Api
  /** The same for somebody whom he helps. */
  readonly apiFor: (person: string) => Api
  readonly county: County
  readonly reader: Reader
  readonly now: Temporal.Instant
}

/** Where a reply goes: to the person alone, or into the group the line came from. */
export interface Reply {
  readonly to: 'private' | 'room'
  readonly saying: Saying
  /** Stands above it in the same message, where a question comes out of nowhere. */
  readonly lead?: Saying
  /** The text of a QR code to be shown below it; where no picture can be, the saying must be enough. */
  readonly qr?: string
}

export interface Outcome {
  readonly replies: readonly Reply[]
  /** Left out: the session stays as it is. */
  readonly session?: Session
}

export type Command = (turn: Turn) => Promise<Outcome>

export const privately = (...sayings: readonly Saying[]): Outcome => ({ replies: sayings.map((saying) => ({ to: 'private', saying })) })
export const led = (lead: Saying, { replies: [first, ...rest], ...outcome }: Outcome): Outcome => ({
  ...outcome,
  replies: first ? [{ ...first, lead }, ...rest] : [],
})
export const SILENCE: Outcome = { replies: [] }

/** The outcome, with something of the session changed. */
export const remembering = (turn: Turn, outcome: Outcome, changes: Partial<Session>): Outcome => ({
  ...outcome,
  session: { ...(outcome.session ?? turn.session), ...changes },
})

/** Whether the words themselves say it: for a private line it cannot place, the reader answers `help`. */
export const isExplicit = ({ line, message }: Pick<Turn, 'line' | 'message'>): boolean =>
  line.intent !== 'none' && line.intent !== 'deny' && (line.intent !== 'help' || line.explain.length > 0 || isAnswer('help', message.text))

interface Binding {
  readonly contact: string
  readonly messageId: string
  /** Called when a call has changed something. */
  readonly onWritten: () => void
}

/** One line may act on several jobs, so the job is part of the key. */
export function bindApi(client: Client, { contact, messageId, onWritten }: Binding): Api {
  return async (route, input) => {
    const job = 'params' in input && 'number' in input.params ? `:${input.params.number}` : ''
    const answer = await client[route](input, { contact, key: `${messageId}:${route}${job}` })
    if (answer.ok && ROUTES[route].method === 'POST') onWritten()
    return answer
  }
}
