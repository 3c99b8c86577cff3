/** A broken promise of our own code: never caught as an expected "no". */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise'
}

export function assert(holds: boolean, promise: string): asserts holds {
  if (!holds) throw new BrokenPromise(promise)
}
