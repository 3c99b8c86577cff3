type InTurn = <T>(work: () => Promise<T>) => Promise<T>

/** Runs what it is given one after the other; a failure is its own giver's and holds nobody up. */
export function inTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
}
