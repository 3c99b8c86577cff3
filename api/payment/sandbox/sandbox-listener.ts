import { randomBytes, sign } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { askDesk } from './ask-desk.ts'
import { isAuthorised } from './authorise.ts'
import type { Office } from './books.ts'
import { fail, type Said } from './desk.ts'
import { answerLogin } from './login-desk.ts'
import { takes } from './mischief.ts'
import { answerPage } from './page.ts'

const BODY_BYTES = 64 * 1024

async function readBytes(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes > BODY_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function parseJson(bytes: Buffer): unknown {
  try {
    return bytes.length === 0 ? undefined : JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
}

function decide(office: Office, request: IncomingMessage, bytes: Buffer | undefined): Said {
  if (bytes === undefined) return fail(413, 'PARAM_ERROR')
  if (!isAuthorised(office.keys, request, bytes)) return fail(401, 'SIGN_ERROR')
  const { pathname: path, searchParams: query } = new URL(request.url ?? '/', office.baseUrl)
  return askDesk(office, { method: request.method ?? '', path, query, body: parseJson(bytes), headers: request.headers })
}

/** Answers are signed with the machine's clock, which is the one that libraries hold them against. */
function answerSigned({ keys, mischief }: Office, response: ServerResponse, { status, data, file }: Said): void {
  const body = file ?? Buffer.from(data === undefined ? '' : JSON.stringify(data))
  const timestamp = String(Math.floor(Date.now() / 1000))
  const nonce = randomBytes(16).toString('hex')
  const message = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from('\n')])
  const signature = sign('RSA-SHA256', message, keys.platformKey)
  if (takes(mischief, 'spoilAnswers')) signature.reverse()
  response.writeHead(status, {
    'content-type': file === undefined ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8',
    'wechatpay-serial': keys.platformSerial,
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-signature': signature.toString('base64'),
  })
  response.end(body)
}

async function answer(office: Office, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const said = decide(office, request, await readBytes(request))
  const isOrder = request.method === 'POST' && said.status < 300
  if (isOrder && takes(office.mischief, 'swallowAnswers')) return
  answerSigned(office, response, isOrder && takes(office.mischief, 'breakAnswers') ? fail(500, 'SYSTEM_ERROR') : said)
}

/** The vendor's wire, and the pages that stand for the vendor's app. */
export const sandboxListener =
  (office: Office) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    if (answerPage(office, request, response) || answerLogin(office, request, response)) return
    answer(office, request, response).catch(() => response.destroy())
  }
