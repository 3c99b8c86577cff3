import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'

interface PageFile {
  readonly type: string
  readonly body: string
  readonly etag: string
}

const FOLDER = new URL('./page/', import.meta.url)
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  ts: 'text/javascript; charset=utf-8',
}
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

let files: ReadonlyMap<string, PageFile> | undefined

/** The page is read once, when it is first asked for; no build step stands before it. */
function pageFiles(): ReadonlyMap<string, PageFile> {
  files ??= new Map(readdirSync(FOLDER).map((name) => [name === 'index.html' ? '/simulator' : `/simulator/${name}`, readPageFile(name)]))
  return files
}

function readPageFile(name: string): PageFile {
  const extension = name.slice(name.lastIndexOf('.') + 1)
  const source = readFileSync(new URL(name, FOLDER), 'utf8')
  const body = extension === 'ts' ? stripTypeScriptTypes(source) : source
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  return { type: TYPES[extension] ?? 'application/octet-stream', body, etag }
}

const fileAt = (path: string): PageFile | undefined => pageFiles().get(path === '/simulator/' ? '/simulator' : path)

export const hasPage = (path: string): boolean => fileAt(path) !== undefined

export function answerPage(path: string, request: IncomingMessage, response: ServerResponse): void {
  const file = fileAt(path)
  if (file === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  response.setHeader('etag', file.etag)
  response.setHeader('cache-control', 'no-cache')
  response.setHeader('content-security-policy', POLICY)
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'no-referrer')
  if (request.headers['if-none-match'] === file.etag) response.writeHead(304).end()
  else response.writeHead(200, { 'content-type': file.type }).end(request.method === 'HEAD' ? undefined : file.body)
}
