import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Clock } from '@linggong/api/core/clock.ts'
import { type PuppetKind, UNPACED } from '../wechaty/puppets.ts'
import { Directory } from './directory.ts'
import { simulatorListener } from './listener.ts'
import { Network, type Said } from './network.ts'
import { COPY } from './page/copy.ts'
import type { Line, Person, Room } from './page/wire.ts'
import { SimPuppet } from './sim-puppet.ts'
import { SocketHub } from './socket-hub.ts'

export interface SimulatorOptions {
  readonly clock: Clock
  readonly people: readonly Person[]
  readonly rooms: readonly Room[]
  /** The account the bot speaks from. */
  readonly bot?: Person
}

export interface Simulator {
  /** For the wechaty channel. */
  readonly puppet: PuppetKind
  /** Throws when the person or the room is unknown; the HTTP side answers with a problem instead. */
  say(said: Said): Promise<{ id: string }>
  messages(after?: number): readonly Line[]
  addPerson(name: string): Person
  /** Throws the bot's account out, as WeChat may; the channel logs in again. */
  logout(reason: string): Promise<void>
  /** Takes the requests under /simulator; true when it did. Mount it before anything that reads bodies. */
  listener(request: IncomingMessage, response: ServerResponse): boolean
  /** Takes the WebSocket at /simulator/socket; true when it did. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Uint8Array): boolean
  /** How many pages are open. */
  pages(): number
  stop(): void
}

export function createSimulator({ clock, people, rooms, bot = { id: 'linggong', name: COPY.botName } }: SimulatorOptions): Simulator {
  const network = new Network(new Directory(bot, people, rooms), clock)
  const sockets = new SocketHub(network)
  let puppet: SimPuppet | undefined
  const makePuppet = () => {
    puppet = new SimPuppet(network)
    return puppet
  }
  return {
    listener: simulatorListener(network),
    upgrade: (request, socket, head) => sockets.upgrade(request, socket, head),
    pages: () => sockets.size,
    stop: () => sockets.stop(),
    puppet: { name: 'simulator', capabilities: CAPABILITIES, load: async () => makePuppet },
    logout: async (reason) => puppet?.logout(reason),
    say: async (said) => {
      const result = network.say(said)
      if (!result.ok) throw new Error(`Nobody can say that here: ${result.refusal} ${JSON.stringify(result.facts)}`)
      return { id: result.value.id }
    },
    messages: (after = 0) => network.lines.after(after),
    addPerson: (name) => {
      const result = network.directory.add(name)
      if (!result.ok) throw new Error(`Nobody can join: ${result.refusal}`)
      return result.value
    },
  }
}

const CAPABILITIES = { groups: true, privateChats: true, initiates: true, cards: false, pictures: true, pace: UNPACED }
