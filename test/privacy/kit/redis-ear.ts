import { once } from 'node:events'
import { connect } from 'node:net'

/** Hears every command that reaches a Redis, with all its keys and values. */
export async function listenToRedis(port: number) {
  const heard: Buffer[] = []
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.on('data', (chunk: Buffer) => heard.push(chunk))
  socket.write('MONITOR\r\n')
  await once(socket, 'data')
  return { heard: () => Buffer.concat(heard), stop: () => void socket.destroy() }
}
