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

const NAMES = ['ink', 'faint', 'line', 'paper', 'brand', 'brand-soft', 'target', 'alarm', 'band-1', 'band-2', 'band-3', 'band-4'] as const

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const [ink = '', faint = '', line = '', paper = '', brand = '', brandSoft = '', target = '', alarm = '', ...bands] = NAMES.map((name) =>
    style.getPropertyValue(`--${name}`).trim(),
  )
  const moves = !matchMedia('(prefers-reduced-motion: reduce)').matches
  return { ink, faint, line, paper, brand, brandSoft, target, alarm, bands, moves }
}
