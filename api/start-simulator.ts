import { registerHooks } from 'node:module'
import type { PuppetKind } from '@linggong/bot/channel/wechaty/puppets.ts'
import { CHAT_GROUP, CHAT_PEOPLE } from '@linggong/seeds/demo/cast.ts'
import type { Mount } from './http/mounts.ts'
import { systemClock } from './start-services.ts'

export const SIMULATOR_ACCOUNT = 'simulator'

export const SIMULATOR_PATH = '/simulator'

export interface SimulatedChat {
  readonly puppet: PuppetKind
  readonly mounts: readonly Mount[]
  readonly rooms: readonly string[]
  /** Hangs up on the open pages, which would else keep the process running. */
  readonly stop: () => void
}

/** Whoever opens the bare address wants to see the chat. */
const FRONT_DOOR: Mount = {
  prefix: '/',
  listener(request, response) {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    response.writeHead(302, { location: SIMULATOR_PATH }).end()
    return true
  },
}

/** A chat network of made-up people in this process; the bot speaks to it through the real wechaty. */
export async function openSimulator(): Promise<SimulatedChat> {
  const hooks = leaveOutForeignNames()
  const { createSimulator } = await import('@linggong/bot/channel/simulator/simulator.ts')
  hooks.deregister()
  const simulator = createSimulator({ clock: systemClock, people: CHAT_PEOPLE, rooms: [CHAT_GROUP] })
  return {
    puppet: simulator.puppet,
    mounts: [FRONT_DOOR, { prefix: SIMULATOR_PATH, ...simulator }],
    rooms: [CHAT_GROUP.id],
    stop: simulator.stop,
  }
}

/**
 * The mock puppet makes up names, which nobody here wants, in fifty languages out of 1500 files, which take a sixth of the time the whole
 * start takes. One language is all it can need.
 */
function leaveOutForeignNames() {
  return registerHooks({ resolve: (specifier, context, next) => next(specifier === 'faker' ? 'faker/locale/en.js' : specifier, context) })
}
