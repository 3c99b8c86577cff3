import { type ChatActions, ChatView } from './chat-view.ts'
import { COPY } from './copy.ts'
import { avatar, el } from './dom.ts'
import { listView } from './list-view.ts'
import { type PeopleActions, peopleView } from './people-view.ts'
import { type Conversation, conversationOf, type Store } from './store.ts'
import type { Line, Person } from './wire.ts'

export interface PhoneActions {
  say(said: { from: string; text: string; room?: string; quote?: string }): boolean
  show(picture: { from: string; room: string | undefined; file: File }): void
  join(name: string): Promise<Person | undefined>
  /** Somebody else holds this phone now. */
  onOwner(person: Person): void
}

/** One person's phone: who holds it, the list of chats, one chat. */
export class Phone {
  readonly element = el('section', { class: 'phone' })
  readonly #store: Store
  readonly #actions: PhoneActions
  readonly #waiting = el('span', { class: 'badge' })
  #me: Person | undefined
  #open: Conversation | undefined
  #chat: ChatView | undefined
  #choosing = false

  constructor(store: Store, actions: PhoneActions) {
    this.#store = store
    this.#actions = actions
  }

  give(person: Person | undefined, open?: Conversation): void {
    this.#me = person
    this.#open = open
    this.#choosing = person === undefined
    this.#draw()
  }

  /** The phone was put on the page: only there it can scroll. */
  shown(): void {
    this.#chat?.toBottom()
  }

  /** Something was said, or somebody came. */
  refresh(lines: readonly Line[]): void {
    if (this.#choosing || this.#me === undefined) return
    if (this.#chat === undefined) this.#redrawList()
    else if (lines.some((line) => isIn(line, this.#open))) {
      this.#chat.refresh()
      this.#markRead()
    }
    this.#showWaiting()
  }

  /** The list is drawn anew at each message; whoever walks through it with the keyboard stays where he is. */
  #redrawList(): void {
    const rows = () => [...this.element.querySelectorAll<HTMLElement>('.row')]
    const focused = rows().findIndex((row) => row.matches(':focus'))
    this.#draw()
    rows()[focused]?.focus()
  }

  #draw(): void {
    const me = this.#me
    this.#chat = undefined
    this.element.setAttribute('aria-label', me === undefined ? COPY.whoAreYou : COPY.phoneOf(me.name))
    this.element.replaceChildren(this.#head(), me === undefined || this.#choosing ? this.#people() : this.#body(me))
    this.shown()
    this.#showWaiting()
  }

  #body(me: Person): HTMLElement {
    const open = this.#open
    if (open === undefined) return listView(this.#store, me.id, (conversation) => this.#enter(conversation))
    const actions: ChatActions = {
      send: (said) => this.#actions.say({ from: me.id, ...said }),
      show: (file, room) => this.#actions.show({ from: me.id, room, file }),
    }
    this.#chat = new ChatView(this.#store, me.id, open, actions)
    this.#markRead()
    return this.#chat.element
  }

  #head(): HTMLElement {
    const me = this.#me
    if (me === undefined) return el('header', { class: 'head' }, el('h2', {}, COPY.whoAreYou))
    const inside = this.#choosing || this.#open !== undefined
    const chevron = el('span', { class: 'chevron', 'aria-hidden': 'true' }, '‹')
    const back = el(
      'button',
      { class: 'back', type: 'button', onclick: () => this.#back(), 'aria-label': COPY.back, hidden: !inside },
      chevron,
      this.#waiting,
    )
    const title = this.#choosing ? COPY.whoAreYou : this.#open === undefined ? COPY.chats : this.#store.title(this.#open)
    const choose = () => {
      this.#choosing = true
      this.#draw()
    }
    const face = [el('bdi', {}, me.name), avatar(me.id, me.name)]
    const owner = el('button', { class: 'owner', type: 'button', 'aria-label': COPY.iAm(me.name), onclick: choose }, ...face)
    return el('header', { class: 'head' }, back, el('h2', {}, title), owner)
  }

  /** How much is unread in the other chats, beside the way back to them. */
  #showWaiting(): void {
    const me = this.#me
    const unread = me === undefined ? 0 : this.#store.conversations(me.id).reduce((sum, other) => sum + this.#store.unread(me.id, other), 0)
    this.#waiting.textContent = unread > 99 ? '99+' : String(unread)
    this.#waiting.hidden = unread === 0
  }

  #people(): HTMLElement {
    const choose = (person: Person) => {
      this.#actions.onOwner(person)
      this.give(person)
    }
    const join = (name: string) => void this.#actions.join(name).then((person) => person && choose(person))
    const actions: PeopleActions = { choose, join }
    return peopleView(this.#store, actions)
  }

  #enter(conversation: Conversation): void {
    this.#open = conversation
    this.#draw()
    if (matchMedia('(pointer: fine)').matches) this.#latestChat()?.focus()
  }

  #back(): void {
    if (this.#choosing) this.#choosing = false
    else this.#open = undefined
    this.#draw()
  }

  #markRead(): void {
    if (this.#me !== undefined && this.#open !== undefined) this.#store.markRead(this.#me.id, this.#open)
  }

  /** Read through a call, since drawing has just set it. */
  #latestChat(): ChatView | undefined {
    return this.#chat
  }
}

function isIn(line: Line, open: Conversation | undefined): boolean {
  const there = conversationOf(line)
  if (open === undefined) return false
  return 'room' in open ? 'room' in there && there.room === open.room : 'person' in there && there.person === open.person
}
