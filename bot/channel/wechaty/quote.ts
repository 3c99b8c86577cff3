/** A reply to another message, as puppets hand it over: 「name：text」, a ruled line, and the reply under it. */
export interface Reply {
  /** What was quoted. The name before it is left out: it is typed text like any other, so nothing may be decided by it. */
  readonly quote: string
  readonly text: string
}

const RULED_LINE = /」[ \t]*\r?\n(?:- ?){3,}(?=\r?\n|$)/g
const NAME_END = /[：:]/

/** The last ruled line counts, since a quoted message may itself hold a quote. */
export function parseReply(message: string): Reply | undefined {
  if (!message.startsWith('「')) return undefined
  const rule = [...message.matchAll(RULED_LINE)].at(-1)
  if (rule === undefined) return undefined
  const quoted = message.slice(1, rule.index)
  const nameEnd = quoted.search(NAME_END)
  return { quote: quoted.slice(nameEnd + 1).trim(), text: message.slice(rule.index + rule[0].length).trim() }
}
