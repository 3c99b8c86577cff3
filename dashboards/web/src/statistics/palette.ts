/** The colours of the page, as its style says them, for what is drawn by script. */
export interface Palette {
  readonly ink: string
  readonly faint: string
  readonly line: string
  readonly paper: string
  readonly brand: string
  readonly brandSoft: string
  readonly target: string
  readonly alarm: string
  readonly bands: readonly string[]
  /** Nothing moves for whoever has asked for that. */
  readonly moves: boolean
}
