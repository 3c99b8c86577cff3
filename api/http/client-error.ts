import type { Duplex } from 'node:stream'
import { PROBLEM_TYPE } from '../contract/problem.ts'
import { refuse } from '../core/result.ts'
import { problemOf, wireProblem } from './problem.ts'

const REASON: Readonly<Record<number, string>> = { 400: 'Bad Request', 408: 'Request Timeout', 431: 'Request Header Fields Too Large' }

function problemFor(code: unknown) {
  if (code === 'HPE_HEADER_OVERFLOW') return wireProblem('headers-too-large')
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return wireProblem('request-timeout')
  return problemOf(refuse('bad-request'))
}

/** What never became a request (broken, too big, too slow) is answered in the same form as everything else, and hung up on. */
export function answerClientError(error: Error, socket: Duplex): void {
  if (!socket.writable || Reflect.get(error, 'code') === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const problem = problemFor(Reflect.get(error, 'code'))
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${problem.status} ${REASON[problem.status] ?? 'Bad Request'}`,
    'Connection: close',
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
