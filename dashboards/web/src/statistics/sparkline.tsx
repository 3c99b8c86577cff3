const WIDTH = 72
const HEIGHT = 22
const PAD = 2

/** Where a figure has been going, at a glance; the chart below has the axis. */
export function Sparkline({ values }: { readonly values: readonly (number | null)[] }) {
  const known = values.filter((value) => value !== null)
  if (known.length < 2) return null
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const step = (WIDTH - 2 * PAD) / (values.length - 1)
  const y = (value: number): number =>
    most === least ? HEIGHT / 2 : HEIGHT - PAD - ((value - least) / (most - least)) * (HEIGHT - 2 * PAD)
  const points = values.flatMap((value, at) => (value === null ? [] : [`${(PAD + at * step).toFixed(1)},${y(value).toFixed(1)}`]))
  const [x = 0, last = 0] = points.at(-1)?.split(',').map(Number) ?? []
  return (
    <svg className="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <polyline points={points.join(' ')} />
      <circle cx={x} cy={last} r={2.2} />
    </svg>
  )
}
