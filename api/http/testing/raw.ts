import { connect } from 'node:net'

/** Writes bytes to a server as they are and gives back all it answers until it hangs up. */
export function raw(port: number, ...parts: readonly (string | Buffer)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.setEncoding('utf8')
    socket.on('data', (text) => {
      answer += text
    })
    socket.on('close', () => resolve(answer))
    // A server that refuses early may close while we still write; what it answered before counts.
    socket.on('error', () => socket.destroy())
    socket.setTimeout(20_000, () => reject(new Error('the server neither answered nor hung up')))
    for (const part of parts) socket.write(part)
  })
}

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
