/**
 * One at a time and in order for each name: puppets reorder bursts, a person's lines must not overtake each other. Names without work are
 * forgotten.
 */
export function createInOrder() {
  const tails = new Map<string, Promise<void>>()

  function run(name: string, work: () => Promise<void>): Promise<void> {
    const done = (tails.get(name) ?? Promise.resolve()).then(work)
    const tail = done
      .catch(() => undefined)
      .then(() => {
        if (tails.get(name) === tail) tails.delete(name)
      })
    tails.set(name, tail)
    return done
  }

  return {
    run,
    async idle(): Promise<void> {
      while (tails.size > 0) await Promise.all(tails.values())
    },
  }
}
