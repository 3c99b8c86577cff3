import type { Pass, Passed, Sealed } from './sealed-in.ts'

/** While servers seal with an older key there is always something left; they have to be restarted first. */
const PASSES_MAX = 4

export interface Progress extends Passed {
  readonly collection: string
  readonly pass: number
}

interface Rotation extends Omit<Pass, 'onPage'> {
  readonly all: readonly Sealed[]
  readonly onProgress: (progress: Progress) => void
}

export interface Rotated {
  readonly renewed: number
  /** What is still sealed with an older key, by collection; empty when the older keys may be removed. */
  readonly left: Readonly<Record<string, number>>
}

/**
 * Seals everything again that is not sealed with the current key of the ring. It may be killed at any moment and begun anew, and servers
 * that have the same ring may run: each document is one conditional write. Done is only what a whole pass has found nothing in.
 */
export async function rotateKeys({ all, onProgress, ...parts }: Rotation): Promise<Rotated> {
  let renewed = 0
  for (let pass = 1; ; pass += 1) {
    const left: Record<string, number> = {}
    for (const { name, pass: goThrough } of all) {
      const onPage = (passed: Passed) => onProgress({ ...passed, collection: name, pass })
      const passed = await goThrough({ ...parts, onPage })
      renewed += passed.renewed
      const found = passed.renewed + passed.left
      if (found > 0) left[name] = found
    }
    if (Object.keys(left).length === 0 || pass === PASSES_MAX) return { renewed, left }
  }
}
