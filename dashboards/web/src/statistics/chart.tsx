import { useEffect, useRef, useState } from 'react'
import { CARD } from '../../copy.ts'
import type { Palette } from './palette.ts'
import { readPalette } from './read-palette.ts'

type Opened = ReturnType<typeof import('./charts.ts').openChart>
type Option = Parameters<Opened['setOption']>[0]

export interface ChartProps {
  readonly label: string
  readonly height: number
  readonly option: (palette: Palette) => Option
  /** The place of what was clicked. */
  readonly onPick?: (index: number) => void
}

const LOOKS = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', 'print']

/** A drawing that fails is told to the browser and takes nothing else of the page with it. */
function drawSafely(chart: Opened | undefined, option: ChartProps['option']): void {
  try {
    chart?.setOption(option(readPalette()), { notMerge: true })
  } catch (error) {
    reportError(error)
  }
}

/** Draws, and draws anew when its size, the colours of the page or what it shows change. */
export function Chart({ label, height, option, onPick }: ChartProps) {
  const place = useRef<HTMLDivElement>(null)
  const opened = useRef<Opened>(undefined)
  const newest = useRef({ option, onPick })
  newest.current = { option, onPick }
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    const element = place.current
    if (element === null) return undefined
    let isGone = false
    const draw = (): void => drawSafely(opened.current, newest.current.option)
    const size = new ResizeObserver(() => opened.current?.resize())
    const looks = LOOKS.map((query) => matchMedia(query))
    import('./charts.ts')
      .then(({ openChart }) => {
        if (isGone) return
        const chart = openChart(element)
        opened.current = chart
        chart.on('click', ({ dataIndex }) => newest.current.onPick?.(dataIndex))
        draw()
        size.observe(element)
        for (const look of looks) look.addEventListener('change', draw)
      })
      .catch(() => setFailed(true))
    return () => {
      isGone = true
      size.disconnect()
      for (const look of looks) look.removeEventListener('change', draw)
      opened.current?.dispose()
      opened.current = undefined
    }
  }, [])

  useEffect(() => {
    drawSafely(opened.current, option)
  }, [option])

  if (failed) return <p className="nothing">{CARD.noCharts}</p>
  return <div ref={place} className="chart" style={{ height }} role="img" aria-label={label} />
}
