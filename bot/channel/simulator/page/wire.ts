/** What page and server say to each other. Only types, so that both sides can read the one file. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly role?: string
}

export interface Room {
  readonly id: string
  readonly name: string
  readonly members: readonly string[]
  /** Names that members carry in this room only. */
  readonly aliases?: Readonly<Record<string, string>>
}

export type LineKind = 'text' | 'picture' | 'voice' | 'recall' | 'file' | 'card'

/** One message somebody said: in a room, or in private to `to`. */
export interface Line {
  readonly seq: number
  readonly id: string
  readonly from: string
  readonly name: string
  readonly room?: string
  readonly to?: string
  readonly kind: LineKind
  /** For a picture that was sent with its bytes, the words for it. */
  readonly text: string
  /** Where a picture is to be had, when its bytes were sent. */
  readonly src?: string
  /** The text this one answers. */
  readonly quote?: string
  readonly at: string
  readonly fromBot: boolean
}

export interface Hello {
  readonly type: 'hello'
  /** Changes when the server starts anew; what a page knows from another run is void. */
  readonly run: string
  readonly bot: Person
  readonly people: readonly Person[]
  readonly rooms: readonly Room[]
  /** The latest lines, not all of them. */
  readonly lines: readonly Line[]
}

export type FromServer =
  | Hello
  | { readonly type: 'lines'; readonly lines: readonly Line[] }
  | { readonly type: 'people'; readonly people: readonly Person[]; readonly rooms: readonly Room[] }
  | { readonly type: 'refused'; readonly ref: string; readonly code: string }

export interface Say {
  readonly type: 'say'
  /** Comes back when the line is refused. */
  readonly ref: string
  readonly from: string
  readonly room?: string
  readonly text: string
  readonly quote?: string
}
