import { createRequire } from 'node:module'
import type { Request, Response, Router } from 'express'
import { openApi } from '../contract/openapi.ts'
import { ROUTES } from '../contract/routes.ts'
import { DOCS_TITLE } from './docs-copy.ts'
import { PAGE_HEADER_LIST } from './security-headers.ts'

const VERSION = '0.1.0'
const HOUR_SECONDS = 3600
const UI = 'swagger-ui-dist'
const resolve = createRequire(import.meta.url).resolve

const PAGE = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${DOCS_TITLE}</title>
    <link rel="icon" type="image/png" href="/docs/favicon.png">
    <link rel="stylesheet" href="/docs/swagger-ui.css">
  </head>
  <body>
    <div id="docs"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`

/** Its own file, because the policy allows no inline script. \`validatorUrl: null\` keeps the badge from asking a foreign host. */
const START = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
})
`

/** The only files there are, so that no path can lead anywhere else. */
const FILES = {
  '/docs/swagger-ui.css': `${UI}/swagger-ui.css`,
  '/docs/swagger-ui-bundle.js': `${UI}/swagger-ui-bundle.js`,
  '/docs/favicon.png': `${UI}/favicon-32x32.png`,
} as const

function sendText(response: Response, type: string, text: string): void {
  const body = Buffer.from(text)
  const own = ['Content-Type', `${type}; charset=utf-8`, 'Content-Length', String(body.length), 'Cache-Control', 'no-cache']
  response.writeHead(200, [...PAGE_HEADER_LIST, ...own])
  response.end(body)
}

/** The description of the interface: for machines at /openapi.json, for people at /docs; nothing comes from a foreign host. */
export function bindDocs(router: Router, withHeaders: (response: Response) => Response): void {
  const description = JSON.stringify(openApi(ROUTES, { title: DOCS_TITLE, version: VERSION }))
  router.get('/openapi.json', (_: Request, response: Response) => sendText(response, 'application/json', description))
  router.get('/docs', (_: Request, response: Response) => sendText(response, 'text/html', PAGE))
  router.get('/docs/start.js', (_: Request, response: Response) => sendText(response, 'text/javascript', START))
  for (const [path, file] of Object.entries(FILES)) {
    router.get(path, (_: Request, response: Response) => withHeaders(response).sendFile(resolve(file), { maxAge: HOUR_SECONDS * 1000 }))
  }
}
