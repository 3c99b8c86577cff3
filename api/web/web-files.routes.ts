import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import path from 'node:path'
import type { Mount } from '../http/mounts.ts'
import { errorFields, type Log } from '../log.ts'

export const WEB_PATH = '/web'

export interface WebFiles {
  /** Where the styles lie, as they were written. */
  readonly styles: string
  /** Where the scripts lie once they are there; whoever asks for one earlier waits. */
  readonly scripts: () => Promise<string>
  readonly log: Log
}

interface WebFile {
  readonly type: string
  readonly etag: string
  readonly bytes: Buffer
  readonly zipped: Buffer | undefined
  /** Its name changes with what is in it. */
  readonly isForEver: boolean
}

const STYLE = /^[a-z][a-z-]*\.css$/
const SCRIPT = /^(chunks\/)?[\w-]+\.js$/
const TAG_CHARACTERS = 22

const readOrNothing = (file: string): Promise<Buffer | undefined> => readFile(file).catch(() => undefined)

async function readWebFile(folder: string, name: string): Promise<WebFile | undefined> {
  const [bytes, zipped] = await Promise.all([readOrNothing(path.join(folder, name)), readOrNothing(path.join(folder, `${name}.gz`))])
  if (bytes === undefined) return undefined
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, TAG_CHARACTERS)}"`
  const type = name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8'
  return { type, etag, bytes, zipped, isForEver: name.startsWith('chunks/') }
}

/** Read when they are asked for: they are few, and what was built anew is there at once. */
async function find({ styles, scripts }: WebFiles, name: string): Promise<WebFile | undefined> {
  if (STYLE.test(name)) return readWebFile(styles, name)
  return SCRIPT.test(name) ? readWebFile(await scripts(), name) : undefined
}

function send(response: ServerResponse, { type, etag, bytes, zipped, isForEver }: WebFile): void {
  const { headers, method } = response.req
  const cache = isForEver ? 'public, max-age=31536000, immutable' : 'no-cache'
  const about = { etag, 'cache-control': cache, vary: 'accept-encoding' }
  if (headers['if-none-match'] === etag) {
    response.writeHead(304, about).end()
    return
  }
  const mayZip = zipped !== undefined && /\bgzip\b/.test(headers['accept-encoding']?.toString() ?? '')
  const body = mayZip ? zipped : bytes
  const encoding = mayZip ? { 'content-encoding': 'gzip' } : {}
  response.writeHead(200, { ...about, ...encoding, 'content-type': type, 'content-length': body.length })
  response.end(method === 'HEAD' ? undefined : body)
}

const refuse = (response: ServerResponse, status: number): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end()
}

/** The styles and scripts of the county's larger pages. */
export const createWebFiles = (files: WebFiles): Mount => ({
  prefix: WEB_PATH,
  listener({ url = '', method }, response) {
    const name = url.split('?', 1)[0]?.slice(WEB_PATH.length + 1) ?? ''
    if (method !== 'GET' && method !== 'HEAD') refuse(response, 405)
    else {
      find(files, name)
        .then((file) => (file === undefined ? refuse(response, 404) : send(response, file)))
        .catch((error: unknown) => {
          files.log.error({ route: WEB_PATH, ...errorFields(error) }, 'a script of a page is not to be had')
          refuse(response, 503)
        })
    }
    return true
  },
})
