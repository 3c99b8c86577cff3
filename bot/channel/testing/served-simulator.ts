import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Incoming } from '../port.ts'
import { createSimulator, type SimulatorOptions } from '../simulator/simulator.ts'
import { createWechatyChannel } from '../wechaty/wechaty-channel.ts'
import { recordedLog } from './quiet-log.ts'

export const PEOPLE = [
  { id: 'chen', name: '陈小旺', role: 'worker' },
  { id: 'liao', name: '廖大山', role: 'worker' },
  { id: 'cai', name: '蔡丽云', role: 'employer' },
] as const

export const GROUP = { id: 'group', name: '将乐零工群', members: PEOPLE.map(({ id }) => id) }

const real = { now: () => Temporal.Now.instant() }

/** A simulator with the real wechaty on it, for a bot that answers what `reply` says. */
export async function simulatedBot(reply: (message: Incoming) => string | undefined, options: Partial<SimulatorOptions> = {}) {
  const simulator = createSimulator({ clock: real, people: PEOPLE, rooms: [GROUP], ...options })
  const log = recordedLog()
  const channel = createWechatyChannel({ puppet: simulator.puppet, account: 'acct', clock: real, log, patience: { pauseMs: 1 } })
  const heard: Incoming[] = []
  await channel.start(async (message) => {
    heard.push(message)
    const text = reply(message)
    const to = message.room === undefined ? { contact: message.from } : { room: message.room }
    if (text !== undefined) await channel.send({ to, text })
  })
  const stop = async () => {
    simulator.stop()
    await channel.stop()
  }
  return { simulator, channel, heard, log, stop }
}

/** The same behind a plain node:http server, on a free port unless one is asked for. */
export async function servedSimulator(reply: (message: Incoming) => string | undefined = () => undefined, at = 0) {
  const bot = await simulatedBot(reply)
  const server = createServer((request, response) => {
    if (!bot.simulator.listener(request, response)) response.writeHead(404).end()
  })
  server.on('upgrade', (request, socket, head) => {
    if (!bot.simulator.upgrade(request, socket, head)) socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    await bot.stop()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { ...bot, port, url: `http://127.0.0.1:${port}`, stop }
}
