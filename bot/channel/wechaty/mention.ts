/** The bot as a group sees it. */
export interface Self {
  readonly id: string
  /** Its contact name and, where it has one, its name in this group. */
  readonly names: readonly string[]
}

export interface Heard {
  readonly mentioned: boolean
  /** The text without the @bot. */
  readonly text: string
}

// Phones put U+2005 after a name, computers a space; `\s` holds both. Somebody who types by hand may put a comma.
const SEPARATOR = /[\s,，:：、。!！?？]/
const EVERYBODY = /[@＠](?:所有人|all)(?=\s|$)/i
const FIRST_CALL = /[@＠][^\s@＠]+\s*/

/**
 * Whether the bot is meant. Some puppets give an empty list of ids although the text says @bot, and list everybody at 「@所有人」: an id counts
 * unless everybody was called, and the text always counts. A name in the text needs a separator behind it, so that a member whose name begins
 * with the bot's is not taken for it; when the id says so it needs none.
 */
export function hear(text: string, mentionIds: readonly string[], self: Self): Heard {
  const listed = mentionIds.includes(self.id) && !EVERYBODY.test(text)
  const names = self.names.filter((name) => name !== '').toSorted((a, b) => b.length - a.length)
  const calls = findCalls(text, names, listed)
  if (calls.length > 0) return { mentioned: true, text: cut(text, calls) }
  if (!listed) return { mentioned: false, text }
  // The list names the bot and nobody else, so the one @ in the text is the bot under a name we have not heard of yet.
  return { mentioned: true, text: mentionIds.length === 1 ? text.replace(FIRST_CALL, '').trim() : text }
}

interface Span {
  readonly start: number
  readonly end: number
}

function findCalls(text: string, names: readonly string[], listed: boolean): Span[] {
  const calls: Span[] = []
  for (const { index } of text.matchAll(/[@＠]/g)) {
    const name = names.find((candidate) => text.startsWith(candidate, index + 1))
    if (name === undefined) continue
    const end = index + 1 + name.length
    const next = text.charAt(end)
    if (listed || next === '' || SEPARATOR.test(next))
      calls.push({ start: index, end: next !== '' && SEPARATOR.test(next) ? end + 1 : end })
  }
  return calls
}

function cut(text: string, spans: readonly Span[]): string {
  let kept = ''
  let from = 0
  for (const { start, end } of spans) {
    kept += text.slice(from, start)
    from = Math.max(from, end)
  }
  return (kept + text.slice(from)).trim()
}
