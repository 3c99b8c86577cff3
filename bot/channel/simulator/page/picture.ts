import { COPY } from './copy.ts'
import { el } from './dom.ts'

/** A picture in a bubble: small there, as large as the screen when tapped. */
export function picture(src: string, alt: string): HTMLElement {
  const open = () => enlarge(src, alt)
  return el('button', { class: 'picture', type: 'button', title: COPY.enlarge, onclick: open }, el('img', { src, alt }))
}

/** Another tap, wherever it is, or Escape brings the chat back. */
function enlarge(src: string, alt: string): void {
  const dialog = el('dialog', { class: 'enlarged', 'aria-label': alt, onclick: () => dialog.close(), onclose: () => dialog.remove() })
  dialog.append(el('img', { src, alt }), el('button', { class: 'primary', type: 'button' }, COPY.close))
  document.body.append(dialog)
  dialog.showModal()
}
