import { type Html, html } from '../page/html.ts'
import { pageHead } from '../page/page-head.ts'

export interface WebFrame {
  readonly title: string
  /** The names of its styles and of its script, under /web. */
  readonly styles: readonly string[]
  readonly script?: 'statistics' | 'screen' | 'report' | 'console'
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
${pageHead(title)}
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
