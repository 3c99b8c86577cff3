/** Somebody who may be called in a group, under each of the names there. */
export interface Callable {
  readonly id: string
  readonly names: readonly string[]
}

const AT = /[@＠]/g
const LONGEST_NAME = 64
/** Nobody calls more people in one message; a text full of @ must not be compared with every member each time. */
const MOST_CALLS = 50
const EVERYBODY = ['所有人', 'all']

/**
 * Whom a text calls with @, as WeChat tells its clients: the longest name counts, and 「@所有人」 lists each member, the bot too. Namesakes are
 * all called.
 */
export function mentionedIn(text: string, members: readonly Callable[]): string[] {
  const called = new Set<string>()
  for (const { index } of text.matchAll(AT).take(MOST_CALLS)) {
    const rest = text.slice(index + 1, index + 1 + LONGEST_NAME)
    if (EVERYBODY.some((word) => rest.startsWith(word))) return members.map(({ id }) => id)
    const length = Math.max(0, ...members.flatMap(({ names }) => names.filter((name) => rest.startsWith(name)).map((name) => name.length)))
    if (length === 0) continue
    for (const { id, names } of members) if (names.includes(rest.slice(0, length))) called.add(id)
  }
  return [...called]
}
