import type { IncomingMessage, ServerResponse } from 'node:http'
import { accept, type Result, refuse } from '@linggong/api/core/result.ts'
import type { z } from 'zod'
import { answerJson, answerPicture, answerProblem } from './answer.ts'
import { readBody } from './body.ts'
import { BOUND } from './bounds.ts'
import { type Network, PICTURES } from './network.ts'
import { COPY } from './page/copy.ts'
import { answerPage, hasPage } from './page-files.ts'
import { isSameHost } from './same-host.ts'
import { joining, parse, parseJson, position, saying, showing } from './shapes.ts'

interface Answer {
  readonly status: number
  readonly body: unknown
}

type Handler = (network: Network, request: IncomingMessage, query: URLSearchParams) => Promise<Result<Answer>> | Result<Answer>

/** path → method → handler */
const HANDLERS: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
  '/simulator/messages': { GET: listMessages, POST: postMessage },
  '/simulator/pictures': { POST: postPicture },
  '/simulator/people': { GET: listPeople, POST: postPerson },
}

function listMessages({ lines }: Network, _request: IncomingMessage, query: URLSearchParams): Result<Answer> {
  const after = parse(position, query.get('after') ?? '0')
  if (!after.ok) return refuse('bad-request', { ...after.facts, field: 'after' })
  const messages = lines.after(after.value)
  return accept({ status: 200, body: { messages, next: messages.at(-1)?.seq ?? after.value } })
}

async function postMessage(network: Network, request: IncomingMessage): Promise<Result<Answer>> {
  const said = await parseBody(saying, request)
  const line = said.ok ? network.say(said.value) : said
  return line.ok ? accept({ status: 202, body: { id: line.value.id } }) : line
}

/** Somebody shows a picture. */
async function postPicture(network: Network, request: IncomingMessage): Promise<Result<Answer>> {
  const shown = await parseBody(showing, request, BOUND.pictureBodyBytes)
  if (!shown.ok) return shown
  const { picture, ...said } = shown.value
  const line = network.say({ ...said, text: COPY.photo, kind: 'picture', picture: Buffer.from(picture, 'base64') })
  return line.ok ? accept({ status: 202, body: { id: line.value.id } }) : line
}

function listPeople({ directory }: Network): Result<Answer> {
  const { bot, people, rooms } = directory
  return accept({ status: 200, body: { bot, people, rooms } })
}

async function postPerson(network: Network, request: IncomingMessage): Promise<Result<Answer>> {
  const asked = await parseBody(joining, request)
  const person = asked.ok ? network.directory.add(asked.value.name) : asked
  return person.ok ? accept({ status: 201, body: person.value }) : person
}

async function parseBody<T>(shape: z.ZodType<T>, request: IncomingMessage, mostBytes?: number): Promise<Result<T>> {
  if (!isSameHost(request)) return refuse('not-allowed', { reason: 'another site' })
  const body = await readBody(request, mostBytes)
  return body.ok ? parseJson(shape, body.value) : body
}

/**
 * Serves what stands under /simulator, the page and its JSON.
 * @returns whether it took the request; its body must not have been read before
 */
export function simulatorListener(network: Network): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const target = request.url ?? '/'
    if (!/^\/simulator(?:[/?]|$)/.test(target)) return false
    const url = URL.canParse(target, 'http://simulator') ? new URL(target, 'http://simulator') : undefined
    if (url === undefined) answerProblem(response, refuse('not-found'))
    else if (hasPage(url.pathname)) answerPage(url.pathname, request, response)
    else if (url.pathname.startsWith(PICTURES) && request.method === 'GET') givePicture(network, url.pathname, response)
    else void answer(network, url, request, response)
    return true
  }
}

function givePicture({ lines }: Network, path: string, response: ServerResponse): void {
  const picture = lines.picture(path.slice(PICTURES.length))
  if (picture === undefined) answerProblem(response, refuse('not-found'))
  else answerPicture(response, picture)
}

async function answer(network: Network, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const methods = HANDLERS[url.pathname] ?? {}
  const handler = Object.hasOwn(methods, request.method ?? '') ? methods[request.method ?? ''] : undefined
  try {
    const result = await (handler?.(network, request, url.searchParams) ?? refuse('not-found'))
    if (result.ok) answerJson(response, result.value.status, result.value.body)
    else answerProblem(response, result)
  } catch {
    // Only the sender's connection breaks in here.
    response.destroy()
  }
}
