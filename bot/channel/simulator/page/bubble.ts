import { COPY } from './copy.ts'
import { avatar, el } from './dom.ts'
import { withLinks } from './links.ts'
import { picture } from './picture.ts'
import { timeAbove } from './times.ts'
import type { Line } from './wire.ts'

const LONG_PRESS_MS = 450

export interface BubbleContext {
  readonly me: string
  readonly inRoom: boolean
  readonly before: Line | undefined
  onQuote(line: Line): void
}

/** One line of a chat; with the time above it when a while has passed. */
export function bubble(line: Line, context: BubbleContext): HTMLElement {
  const time = timeAbove(line.at, context.before?.at)
  const item = el('li', { class: 'line' })
  if (time !== undefined) item.append(el('time', { class: 'time', datetime: line.at }, time))
  item.append(line.kind === 'recall' ? el('p', { class: 'note' }, COPY.recalled(line.name)) : message(line, context))
  return item
}

function message(line: Line, { me, inRoom, onQuote }: BubbleContext): HTMLElement {
  const mine = line.from === me
  const body = el('div', { class: 'bubble' }, ...quoted(line), content(line))
  if (line.src === undefined) whenHeld(body, () => onQuote(line))
  const name = inRoom && !mine ? [el('span', { class: 'name' }, el('bdi', {}, line.name))] : []
  /** Where several people talk at once; elsewhere a long press does it. */
  const quote = inRoom && !mine ? [el('button', { class: 'quote-button', type: 'button', onclick: () => onQuote(line) }, COPY.quote)] : []
  const column = el('div', { class: 'column' }, ...name, body)
  return el(
    'div',
    { class: mine ? 'message mine' : 'message' },
    avatar(line.from, line.name, line.fromBot ? 'bot' : 'person'),
    column,
    ...quote,
  )
}

/** Only the bot's addresses lead somewhere: anybody may say anything here. */
function content(line: Line): HTMLElement {
  if (line.src !== undefined) return picture(line.src, line.text)
  return el('p', { dir: 'auto' }, ...(line.fromBot ? withLinks(said(line)) : [said(line)]))
}

const quoted = (line: Line): HTMLElement[] => (line.quote === undefined ? [] : [el('blockquote', { dir: 'auto' }, line.quote)])

const LABEL: Readonly<Partial<Record<Line['kind'], string>>> = { picture: COPY.picture, voice: COPY.voice, file: COPY.file }

export const said = (line: Line): string => [LABEL[line.kind], line.text].filter(Boolean).join(' ')

/** A right click, or a finger that stays. */
function whenHeld(element: HTMLElement, act: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const release = () => clearTimeout(timer)
  element.addEventListener('contextmenu', (event) => {
    event.preventDefault()
    release()
    act()
  })
  const hold = () => {
    timer = setTimeout(act, LONG_PRESS_MS)
  }
  element.addEventListener('touchstart', hold, { passive: true })
  for (const end of ['touchend', 'touchmove', 'touchcancel']) element.addEventListener(end, release, { passive: true })
}
