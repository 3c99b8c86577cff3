import type { Palette } from './palette.ts'

const NAMES = ['ink', 'faint', 'line', 'paper', 'brand', 'brand-soft', 'target', 'alarm', 'band-1', 'band-2', 'band-3', 'band-4'] as const

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const [ink = '', faint = '', line = '', paper = '', brand = '', brandSoft = '', target = '', alarm = '', ...bands] = NAMES.map((name) =>
    style.getPropertyValue(`--${name}`).trim(),
  )
  const moves = !matchMedia('(prefers-reduced-motion: reduce)').matches
  return { ink, faint, line, paper, brand, brandSoft, target, alarm, bands, moves }
}
