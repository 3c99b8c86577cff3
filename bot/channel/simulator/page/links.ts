import { el } from './dom.ts'

/** An address ends where Chinese goes on. */
const ADDRESS = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]{1,500}/g

/** A text with its addresses to be tapped; each opens beside the chat. */
export function withLinks(text: string): (string | HTMLElement)[] {
  const parts: (string | HTMLElement)[] = []
  let end = 0
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    parts.push(text.slice(end, index), el('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, address))
    end = index + address.length
  }
  return [...parts, text.slice(end)]
}
