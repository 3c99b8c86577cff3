import type { Incoming } from './channel/port.ts'
import type { Session } from './dialogue/session.ts'

/** Every message is handled once: the inbox is keyed by account and message id. */
export interface Inbox {
  /** `handle` for a new message and for one that a crash left unfinished; `known` for one that was answered. */
  receive(message: Incoming): Promise<'handle' | 'known'>
  finish(message: Incoming): Promise<void>
  /** What a crash left unfinished, the oldest first. */
  unfinished(): Promise<readonly Incoming[]>
}

/** What the bot remembers of one private conversation. It may hold an unfinished registration, so whoever keeps it seals it. */
export interface Sessions {
  load(conversation: string): Promise<Session | undefined>
  save(conversation: string, session: Session): Promise<void>
}
