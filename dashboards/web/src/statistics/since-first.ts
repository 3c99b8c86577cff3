interface Told {
  readonly value: number | null
}

/** Without what was before anything was counted: a county that did not work with us yet has no figure, not even 0. */
export function sinceFirst<T extends Told>(trend: readonly T[]): readonly T[] {
  const first = trend.findIndex(({ value }) => value !== null && value !== 0)
  return first === -1 ? trend.slice(-1) : trend.slice(first)
}
