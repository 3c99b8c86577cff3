export type Now = Temporal.Instant

/** A sentence that needs no facts. */
export interface Nothing {
  readonly [key: string]: never
}
