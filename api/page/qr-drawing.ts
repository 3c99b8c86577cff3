import { encodeQR } from 'qr'
import { type Html, html } from './html.ts'

const CONTENT_CHARACTERS = 512
/** The empty edge that scanners need, in points. */
const EDGE = 4

/** The dark points of a row, those side by side as one. */
function* runs(row: readonly boolean[]): Generator<readonly [start: number, length: number]> {
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue
    const end = row.indexOf(false, x)
    yield [x, (end === -1 ? row.length : end) - x]
    x = end === -1 ? row.length : end
  }
}

/** A QR code drawn into the page, sharp at any size; undefined when no code can hold the text so that it could be scanned. */
export function qrDrawing(content: string, label: string): Html | undefined {
  if (content === '' || content.length > CONTENT_CHARACTERS) return undefined
  const rows = encodeQR(content, 'raw', { ecc: 'medium', border: EDGE })
  const dark = rows.flatMap((row, y) => [...runs(row)].map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join('')
  const size = rows.length
  return html`<svg class="code" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges" xmlns="http://www.w3.org/2000/svg"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${dark}"/></svg>`
}
