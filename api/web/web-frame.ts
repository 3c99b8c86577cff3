import { type Html, html } from '../page/html.ts'
import { WEB_COPY } from './web-copy.ts'

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%230b6e4f'/%3E%3Cpath d='M7 9h18v11H15l-5 4v-4H7z' fill='%23fff'/%3E%3C/svg%3E"

export interface WebFrame {
  readonly title: string
  /** The names of its styles and of its script, under /web. */
  readonly styles: readonly string[]
  readonly script?: 'statistics' | 'screen' | 'report'
  readonly body: Html
  /** What the script starts from. It is data and never runs. */
  readonly given?: unknown
}

/** Nothing in it ends the element that it stands in. */
const asData = (given: unknown): Html => ({ markup: JSON.stringify(given).replaceAll('<', '\\u003c') })

/** A page that is whole by itself and that its script makes more of. */
export function frameWeb({ title, styles, script, body, given }: WebFrame): string {
  const links = styles.map((name) => html`<link rel="stylesheet" href="/web/${name}.css">\n`)
  const { markup } = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<title>${title} · ${WEB_COPY.brand}</title>
<link rel="icon" href="${ICON}">
${links}${script === undefined ? [] : html`<script type="module" src="/web/${script}.js"></script>`}
</head>
<body>
<div id="page">
${body}
</div>
${given === undefined ? [] : html`<script type="application/json" id="given">${asData(given)}</script>`}
</body>
</html>
`
  return markup
}
