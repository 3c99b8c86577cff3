const TURNS = 5_000

/** Waits until something holds, a turn of the event loop at a time, and gives up in the end so that a failing test does not run for ever. */
export async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; !holds(); turn += 1) {
    if (turn === TURNS) throw new Error('It never came true.')
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}
