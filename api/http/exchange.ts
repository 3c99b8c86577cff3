import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type FileAnswer, isFileAnswer } from '../contract/file-answer.ts'
import { PROBLEM_TYPE, type Problem } from '../contract/problem.ts'
import type { RouteRow } from '../contract/route.ts'
import { REFUSAL } from '../core/refusal.ts'
import { errorFields, type Log } from '../log.ts'
import type { Rejected } from './dispatch.ts'
import { problemOf, wireProblem } from './problem.ts'
import { ANSWER_HEADER_LIST } from './security-headers.ts'
import { fileHeaders, hungUp, sendBytes } from './send-file.ts'
import type { Outgoing } from './session-cookie.ts'

const PROCESS = randomBytes(4).toString('hex')
const RETRY_SECONDS = 2
const TAG_CHARACTERS = 22
let asked = 0

type AnsweredRow = Pick<RouteRow, 'status' | 'revalidate'>

interface Answer {
  readonly status: number
  readonly type: string
  readonly text: string
  readonly headers: readonly string[]
}

function extraHeaders({ refusal, facts }: Rejected): readonly string[] {
  switch (REFUSAL[refusal].status) {
    case 401:
      return ['WWW-Authenticate', 'Bearer']
    case 413:
      return ['Connection', 'close']
    case 429:
    case 503:
      return ['Retry-After', String(facts['retryAfterSeconds'] ?? RETRY_SECONDS)]
    default:
      return []
  }
}

/** One request and its one answer: numbered, timed and logged by the template of its route, never by what it held. */
export class Exchange {
  readonly request: IncomingMessage
  readonly #response: ServerResponse
  readonly #log: Log
  readonly #route: string
  readonly #beganMs = performance.now()
  readonly #id: string

  constructor(request: IncomingMessage, response: ServerResponse, { log, route }: { readonly log: Log; readonly route: string }) {
    this.request = request
    this.#response = response
    this.#log = log
    this.#route = route
    asked += 1
    this.#id = `${PROCESS}-${asked}`
  }

  /** Resolves when all of it has been handed to the connection, which for a file takes as long as its reader does. */
  answer({ status, revalidate = false }: AnsweredRow, { value, headers }: Outgoing): Promise<void> | undefined {
    if (isFileAnswer(value)) return this.#sendFile(status, value)
    const text = status === 204 ? '' : JSON.stringify(value)
    if (revalidate) return this.#answerTagged(status, text)
    this.#send({ status, type: 'application/json; charset=utf-8', text, headers })
    this.#log.info(this.#fields(status), 'answered')
    return undefined
  }

  /** The tag is made of the answer itself: a late event changes a figure without making anything newer. */
  #answerTagged(status: number, text: string): undefined {
    const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, TAG_CHARACTERS)}"`
    const known = this.request.headers['if-none-match']?.split(',').some((each) => each.trim() === tag) ?? false
    this.#send({ status: known ? 304 : status, type: 'application/json; charset=utf-8', text: known ? '' : text, headers: ['ETag', tag] })
    this.#log.info(this.#fields(known ? 304 : status), 'answered')
    return undefined
  }

  refuse(rejected: Rejected): void {
    const { status, level } = REFUSAL[rejected.refusal]
    this.#problem(problemOf(rejected), extraHeaders(rejected))
    this.#log[level]({ ...this.#fields(status), code: rejected.refusal }, 'refused')
  }

  refuseMethod(allowed: string): void {
    this.#problem(wireProblem('method-not-allowed'), ['Allow', allowed])
    this.#log.info(this.#fields(405), 'refused')
  }

  /** Nobody is there to be answered. */
  abandon(): void {
    this.#response.destroy()
    this.#log.info(this.#fields(0), 'abandoned')
  }

  /** Only for a mistake of ours: the caller hears that there was one, the log hears which. */
  fail(error: unknown): void {
    this.#problem(wireProblem('unexpected-error'), ['Connection', 'close'])
    this.#log.error({ ...this.#fields(500), ...errorFields(error) }, 'failed')
  }

  async #sendFile(status: number, file: FileAnswer): Promise<void> {
    if (this.#response.headersSent || this.#response.destroyed) return
    this.#response.writeHead(status, this.#headers(fileHeaders(file)))
    try {
      await sendBytes({ request: this.request, response: this.#response }, file)
      this.#log.info(this.#fields(status), 'answered')
    } catch (error) {
      if (hungUp(error)) this.abandon()
      else this.#log.error({ ...this.#fields(status), ...errorFields(error) }, 'broken off')
    }
  }

  #problem(problem: Problem, headers: readonly string[]): void {
    this.#send({ status: problem.status, type: PROBLEM_TYPE, text: JSON.stringify(problem), headers })
  }

  #send({ status, type, text, headers }: Answer): void {
    if (this.#response.headersSent || this.#response.destroyed) return
    const length = String(Buffer.byteLength(text))
    const about = status === 304 ? [] : ['Content-Type', type, 'Content-Length', length]
    this.#response.writeHead(status, this.#headers([...about, ...headers]))
    // As a text it leaves in one write with the headers.
    this.#response.end(text)
  }

  #headers(own: readonly string[]): string[] {
    const cache = own.includes('ETag') ? 'private, no-cache' : 'no-store'
    return [...ANSWER_HEADER_LIST, 'Cache-Control', cache, 'Request-Id', this.#id, ...own]
  }

  #fields(status: number) {
    const ms = Math.round((performance.now() - this.#beganMs) * 100) / 100
    return { request: this.#id, method: this.request.method, route: this.#route, status, ms }
  }
}
