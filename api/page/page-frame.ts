import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { FRAME_COPY } from './frame-copy.ts'
import { type Html, html } from './html.ts'
import { pageHead } from './page-head.ts'

const REFRESH_SECONDS = 15

const fileOf = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')
const STYLE: Html = { markup: fileOf('./page.css') }
const scriptOf = (name: string): Html => ({ markup: stripTypeScriptTypes(fileOf(`./browser/${name}.ts`)) })
const SCRIPTS = {
  'keep-fresh': scriptOf('keep-fresh'),
  'confirm-transfer': scriptOf('confirm-transfer'),
  'pay-in-app': scriptOf('pay-in-app'),
  'shrink-picture': scriptOf('shrink-picture'),
} as const

const sourceOf = ({ markup }: Html): string => `'sha256-${createHash('sha256').update(markup).digest('base64')}'`

/** Style and script stand in the page, so that it is whole in one answer; nothing else may run in it, be framed by it or be sent from it. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src ${sourceOf(STYLE)}`,
  `script-src ${Object.values(SCRIPTS).map(sourceOf).join(' ')}`,
  "connect-src 'self'",
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Without scripts the whole page comes again; with them only what has changed, so that nothing flickers under a thumb. */
const REFRESH = html`<noscript><meta http-equiv="refresh" content="${REFRESH_SECONDS}"></noscript>
<script type="module">${SCRIPTS['keep-fresh']}</script>`

export interface PageParts {
  readonly title: string
  readonly main: Html
  /** The name of a state that will change by itself: the page asks for its news until it is in another that has none. */
  readonly waitsIn?: string
  /** What else runs in it. */
  readonly script?: Exclude<keyof typeof SCRIPTS, 'keep-fresh'>
  /** Stands above everything where money is not real. */
  readonly playNote?: string
}

/** A whole page, phone first. Pages of the county and of the sandbox all look like this. */
export function framePage({ title, main, waitsIn, script, playNote }: PageParts): string {
  const waits = waitsIn === undefined ? [] : html` data-waits-in="${waitsIn}"`
  const { markup } = html`<!doctype html>
<html lang="zh-CN">
<head>
${pageHead(title)}
<style>${STYLE}</style>
${waitsIn === undefined ? [] : REFRESH}${script === undefined ? [] : html`<script type="module">${SCRIPTS[script]}</script>`}
</head>
<body>
<header class="masthead">${FRAME_COPY.brand}</header>
<main${waits}>
${playNote === undefined ? [] : html`<p class="play">${playNote}</p>`}
<h1>${title}</h1>
${main}
</main>
<p class="unseen" id="news" role="status"></p>
</body>
</html>
`
  return markup
}
