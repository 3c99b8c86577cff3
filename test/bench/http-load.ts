import { connect, type Socket } from 'node:net'

const END_OF_HEAD = '\r\n\r\n'

/** How many bytes an answer has, once its head is there. */
function lengthOf(answer: Buffer): number {
  const head = answer.indexOf(END_OF_HEAD)
  if (head === -1) return Number.POSITIVE_INFINITY
  const length = /^content-length: (\d+)/im.exec(answer.toString('latin1', 0, head))?.[1]
  return head + END_OF_HEAD.length + Number(length)
}

function ask(socket: Socket, request: Buffer, status: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let answer: Buffer = Buffer.alloc(0)
    const onData = (chunk: Buffer): void => {
      answer = answer.length === 0 ? chunk : Buffer.concat([answer, chunk])
      if (answer.length < lengthOf(answer)) return
      socket.off('data', onData)
      if (answer.toString('latin1', 9, 12) === String(status)) resolve()
      else reject(new Error(answer.toString('utf8', 0, 1000)))
    }
    socket.on('data', onData)
    socket.write(request)
  })
}

interface Load {
  readonly request: Buffer
  readonly status: number
  readonly requests: number
  readonly connections: number
}

/**
 * Asks the same again and again over a few connections. The client never sleeps: waking it up would be paid by the server that writes, and
 * only by the one that is slow enough to let it fall asleep.
 */
export async function load(port: number, { request, status, requests, connections }: Load): Promise<void> {
  let left = requests
  const stayAwake = (): void => {
    if (left > 0) setImmediate(stayAwake)
  }
  const caller = async (): Promise<void> => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    while (left > 0) {
      left -= 1
      await ask(socket, request, status)
    }
    socket.destroy()
  }
  stayAwake()
  await Promise.all(Array.from({ length: connections }, caller))
}
