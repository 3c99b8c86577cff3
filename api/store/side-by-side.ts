/** As many as one commit of SQLite takes in, and few enough that nobody waits long for one of MongoDB's connections. */
const AT_ONCE = 128

/** Asks for each item, so many at a time, and answers in their order. A failure ends it. */
export async function sideBySide<T, R>(items: Iterable<T>, ask: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = []
  for (const some of chunks([...items])) answers.push(...(await Promise.all(some.map(ask))))
  return answers
}

function* chunks<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += AT_ONCE) yield items.slice(at, at + AT_ONCE)
}
