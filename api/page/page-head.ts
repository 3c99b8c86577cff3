import { FRAME_COPY } from './frame-copy.ts'
import { type Html, html } from './html.ts'

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%230b6e4f'/%3E%3Cpath d='M7 9h18v11H15l-5 4v-4H7z' fill='%23fff'/%3E%3C/svg%3E"

/** What stands in the head of every page, phone first, before its own style and script. */
export const pageHead = (title: string): Html => html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<title>${title} · ${FRAME_COPY.brand}</title>
<link rel="icon" href="${ICON}">`
