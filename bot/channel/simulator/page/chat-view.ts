import { bubble } from './bubble.ts'
import { Composer } from './composer.ts'
import { COPY } from './copy.ts'
import { el } from './dom.ts'
import { madeUpAnswers } from './made-up.ts'
import { quickReplies } from './quick-replies.ts'
import type { Conversation, Store } from './store.ts'
import type { Line } from './wire.ts'

const NEAR_BOTTOM_PX = 120
const SHOWN = 200

export type SendLine = (said: { text: string; room?: string; quote?: string }) => boolean
export type ShowPicture = (file: File, room: string | undefined) => void

/** What leaves a chat. */
export interface ChatActions {
  readonly send: SendLine
  readonly show: ShowPicture
}

/** One open conversation. Lines are only ever added below; the view follows unless somebody has scrolled up to read. */
export class ChatView {
  readonly element: HTMLElement
  readonly #store: Store
  readonly #me: string
  readonly #conversation: Conversation
  readonly #list = el('ol', { class: 'lines' })
  readonly #hint: HTMLElement
  readonly #scroll: HTMLElement
  readonly #composer: Composer
  #last: Line | undefined

  constructor(store: Store, me: string, conversation: Conversation, { send, show }: ChatActions) {
    this.#store = store
    this.#me = me
    this.#conversation = conversation
    const inRoom = 'room' in conversation
    this.#hint = el('p', { class: 'note' }, inRoom ? COPY.silentGroup : COPY.firstWords)
    this.#scroll = el('div', { class: 'scroll', tabindex: 0, role: 'log', 'aria-label': store.title(conversation) }, this.#hint, this.#list)
    this.#composer = new Composer({
      to: store.title(conversation),
      ...(inRoom ? { call: `@${store.bot.name}\u2005` } : {}),
      show: (file) => show(file, inRoom ? conversation.room : undefined),
      send: (text, quote) => send({ text, ...(inRoom ? { room: conversation.room } : {}), ...(quote === undefined ? {} : { quote }) }),
    })
    this.element = el('div', { class: 'chat' }, this.#scroll, this.#composer.element)
    this.refresh()
  }

  refresh(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroll
    const follow = scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM_PX
    const seen = this.#last?.seq ?? 0
    const fresh = this.#store.lines(this.#conversation).filter(({ seq }) => seq > seen)
    for (const line of fresh.slice(-SHOWN)) this.#append(line)
    this.#hint.hidden = this.#last !== undefined
    while (this.#list.childElementCount > SHOWN) this.#list.firstElementChild?.remove()
    if (fresh.length > 0 || seen === 0) this.#suggest()
    if (follow || fresh.some(({ from }) => from === this.#me)) this.toBottom()
  }

  toBottom(): void {
    this.#scroll.scrollTop = this.#scroll.scrollHeight
  }

  focus(): void {
    this.#composer.focus()
  }

  #append(line: Line): void {
    const inRoom = 'room' in this.#conversation
    const onQuote = (quoted: Line) => this.#composer.quote(quoted)
    this.#list.append(bubble(line, { me: this.#me, inRoom, before: this.#last, onQuote }))
    this.#last = line
  }

  /** What the bot offers and one has not answered yet; in a group it may have talked with others since. */
  #suggest(): void {
    const lines = this.#store.lines(this.#conversation)
    const since = lines
      .slice(lines.findLastIndex(({ from }) => from === this.#me) + 1)
      .filter(({ fromBot, kind }) => fromBot && kind === 'text')
    const offers = 'room' in this.#conversation ? since.map(({ text }) => this.#offers(text)) : [this.#answers(since.at(-1)?.text ?? '')]
    this.#composer.suggest(lines.length === 0 ? this.#beginnings() : (offers.findLast(({ length }) => length > 0) ?? []))
  }

  get #name(): string {
    return this.#store.person(this.#me)?.name ?? ''
  }

  /** What is said to somebody else in a group is not for me. */
  #offers(text: string): readonly string[] {
    return text.startsWith('@') && !text.startsWith(`@${this.#name}`) ? [] : quickReplies(text)
  }

  #answers(asked: string): readonly string[] {
    return [...quickReplies(asked), ...madeUpAnswers(asked, this.#name)]
  }

  #beginnings(): readonly string[] {
    return 'room' in this.#conversation ? [] : COPY.beginnings
  }
}
