import { said } from './bubble.ts'
import { COPY } from './copy.ts'
import { avatar, el } from './dom.ts'
import type { Conversation, Store } from './store.ts'
import { clockTime } from './times.ts'

/** The conversations of one person: the bot first, then the groups. */
export function listView(store: Store, me: string, open: (conversation: Conversation) => void): HTMLElement {
  const rows = store.conversations(me).map((conversation) => row(store, me, conversation, open))
  return el('div', { class: 'scroll' }, el('ul', { class: 'rows' }, ...rows))
}

function row(store: Store, me: string, conversation: Conversation, open: (conversation: Conversation) => void): HTMLElement {
  const title = store.title(conversation)
  const last = store.lines(conversation).at(-1)
  const unread = store.unread(me, conversation)
  const inRoom = 'room' in conversation
  const preview = last === undefined ? COPY.nothingYet : inRoom ? `${last.name}：${said(last)}` : said(last)
  const words = el(
    'span',
    { class: 'row-words' },
    el('span', { class: 'row-name' }, title),
    el('bdi', { class: 'row-preview' }, preview.slice(0, 80)),
  )
  const badge = unread > 0 ? [el('span', { class: 'badge', 'aria-label': COPY.unread(unread) }, unread > 99 ? '99+' : String(unread))] : []
  const side = el('span', { class: 'row-side' }, last === undefined ? '' : clockTime(last.at), ...badge)
  const face = avatar(title, title, inRoom ? 'group' : 'bot')
  return el('li', {}, el('button', { class: 'row', type: 'button', onclick: () => open(conversation) }, face, words, side))
}
