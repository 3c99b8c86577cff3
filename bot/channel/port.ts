/** How fast a channel may speak without its account being noticed (CHAT.md 10). */
export interface Pace {
  /** The least and the most time between two messages of the account; the sender draws a value between them. */
  readonly accountGapMs: readonly [number, number]
  readonly conversationGapMs: number
  /** Messages of one account a county day; null where nobody counts. */
  readonly dailyCap: number | null
}

/** What a channel can do. The core asks this and never the channel's name. */
export interface Capabilities {
  readonly groups: boolean
  readonly privateChats: boolean
  /** Whether the bot may speak first to somebody who has not written to it. */
  readonly initiates: boolean
  readonly cards: boolean
  /** Whether it shows pictures; where it does not, the words beside them must be enough. */
  readonly pictures: boolean
  readonly pace: Pace
}

/** A picture somebody sent; `missing` says why there is none: more bytes than may be, or the network did not give it. */
export type SentPicture = { readonly base64: string; readonly missing?: undefined } | { readonly missing: 'too-large' | 'lost' }

export interface Incoming {
  /** The bot's account that heard it; together with `id` it is the key of the inbox. */
  readonly account: string
  readonly id: string
  /** The contact id, the only thing to act on. */
  readonly from: string
  /** For display only: anybody may call himself anything. */
  readonly name: string
  /** The group's id; absent in a private chat. */
  readonly room?: string
  /** What was said, without the @bot and without the quote in front of a reply. */
  readonly text: string
  /** In a group: true when the bot itself was meant; 「@所有人」 means nobody. In private always false, since everything there is meant for it. */
  readonly mentioned: boolean
  /** The text that was quoted, when the message answers another; for a recall, the text taken back where it is still known. */
  readonly quote?: string
  readonly at: Temporal.Instant
  readonly kind: 'text' | 'picture' | 'voice' | 'recall' | 'other'
  /** Of a picture in a private chat; nobody's picture is fetched out of a group. */
  readonly picture?: SentPicture
}

export interface Picture {
  /** A file name. */
  readonly name: string
  /** What it shows, for whoever does not see it. */
  readonly alt: string
  /** At most `PICTURE_BYTES`. */
  readonly png: Uint8Array
}

export const PICTURE_BYTES = 256 * 1024

/** One message: words or a picture. What belongs together is sent one after the other, the words first. */
export type Outgoing = { readonly to: { readonly contact: string } | { readonly room: string; readonly mention?: readonly string[] } } & (
  | { readonly text: string; readonly picture?: undefined }
  | { readonly picture: Picture; readonly text?: undefined }
)

/** One way of talking with people. A handler that throws never stops the channel: the channel logs and goes on. */
export interface Channel {
  readonly name: string
  readonly capabilities: Capabilities
  /** Resolves once the first attempt to log in has an outcome, which may be a failure or a QR code to scan: `health` tells. Listens from then on. */
  start(onIncoming: (message: Incoming) => Promise<void>): Promise<void>
  /** Rejects when the message certainly or probably was not delivered; no id where the network tells none. */
  send(message: Outgoing): Promise<{ id?: string }>
  health(): { ready: boolean; detail: string }
  /** Leaves nothing running. Calling it again does nothing. */
  stop(): Promise<void>
}
