import { COPY } from './copy.ts'
import { el } from './dom.ts'
import type { Line } from './wire.ts'

const TALLEST_PX = 132

export interface ComposerOptions {
  readonly to: string
  /** What calls the bot in a group; absent in private. */
  readonly call?: string
  /** @returns whether it went out; else the text stays */
  send(text: string, quote: string | undefined): boolean
  /** Shows a picture. */
  show(file: File): void
}

/** Where one types: the chips of quick replies, the quoted message, the text, the button. */
export class Composer {
  readonly element: HTMLElement
  readonly #options: ComposerOptions
  readonly #chips = el('div', { class: 'chips', role: 'group', 'aria-label': COPY.quickReplies })
  readonly #quoting = el('div', { class: 'quoting', hidden: true })
  readonly #text: HTMLTextAreaElement
  #quote: Line | undefined

  constructor(options: ComposerOptions) {
    this.#options = options
    this.#text = el('textarea', {
      class: 'field',
      rows: 1,
      'aria-label': COPY.sayTo(options.to),
      placeholder: COPY.typeHere,
      enterkeyhint: 'send',
      oninput: () => this.#fit(),
      onkeydown: (event) => this.#key(event),
    })
    const { call } = options
    const caller =
      call === undefined
        ? []
        : [el('button', { class: 'at', type: 'button', 'aria-label': COPY.callBot, onclick: () => this.#insert(call) }, '@')]
    const bar = el(
      'div',
      { class: 'bar' },
      ...caller,
      this.#photo(),
      this.#text,
      el('button', { class: 'primary', type: 'submit' }, COPY.send),
    )
    this.element = el('form', { class: 'composer', onsubmit: (event) => this.#submit(event) }, this.#chips, this.#quoting, bar)
  }

  /** The label is what one taps; the field behind it lets a phone take a picture or choose one. */
  #photo(): HTMLElement {
    const field = el('input', { type: 'file', accept: 'image/*', class: 'unseen', 'aria-label': COPY.sendPhoto })
    field.addEventListener('change', () => {
      const [file] = field.files ?? []
      if (file !== undefined) this.#options.show(file)
      field.value = ''
    })
    return el('label', { class: 'at photo', title: COPY.sendPhoto }, '＋', field)
  }

  suggest(replies: readonly string[]): void {
    const chip = (reply: string) =>
      el('button', { class: 'chip', type: 'button', onclick: () => this.#options.send(reply, undefined) }, reply)
    this.#chips.replaceChildren(...replies.map(chip))
  }

  quote(line: Line): void {
    this.#quote = line
    const drop = el('button', { class: 'drop', type: 'button', 'aria-label': COPY.dropQuote, onclick: () => this.#dropQuote() }, '×')
    this.#quoting.replaceChildren(el('span', { dir: 'auto' }, `${COPY.quoting(line.name)}：${line.text.slice(0, 60)}`), drop)
    this.#quoting.hidden = false
    this.focus()
  }

  focus(): void {
    this.#text.focus()
  }

  #submit(event: Event): void {
    event.preventDefault()
    const text = this.#text.value.trim()
    if (text === '' || !this.#options.send(text, this.#quote?.id)) return
    this.#text.value = ''
    this.#dropQuote()
    this.#fit()
  }

  /** Enter sends, unless it ends a word of an input method or makes a new line with Shift. */
  #key(event: Event): void {
    if (event instanceof KeyboardEvent && event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.#submit(event)
  }

  #insert(call: string): void {
    this.#text.value = `${call}${this.#text.value}`
    this.focus()
  }

  #dropQuote(): void {
    this.#quote = undefined
    this.#quoting.hidden = true
  }

  #fit(): void {
    this.#text.style.setProperty('height', 'auto')
    this.#text.style.setProperty('height', `${Math.min(TALLEST_PX, this.#text.scrollHeight)}px`)
  }
}
