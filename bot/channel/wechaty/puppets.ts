import type { Puppet } from 'wechaty-puppet'
import type { Capabilities, Pace } from '../port.ts'

/** One kind of puppet. `load` gives a maker, since each login needs a new one: a stopped puppet keeps the listeners of its last bot. */
export interface PuppetKind {
  readonly name: string
  readonly capabilities: Capabilities
  load(): Promise<() => Puppet>
}

interface PuppetRow {
  readonly groups: boolean
  readonly initiates: boolean
  readonly pace: Pace
}

/** WeChat watches how an account speaks: too fast, too often, and it is locked for hours (CHAT.md 10). */
const CAREFUL: Pace = { accountGapMs: [1000, 3000], conversationGapMs: 3000, dailyCap: 2000 }
export const UNPACED: Pace = { accountGapMs: [0, 0], conversationGapMs: 0, dailyCap: null }

/**
 * The puppets we start by name. wechaty would import whatever stands in an environment variable; we import only these, and only when asked.
 * What a puppet needs besides (a token, an endpoint) it reads from the environment itself.
 */
const PUPPETS: Readonly<Record<string, PuppetRow>> = {
  'wechaty-puppet-mock': { groups: true, initiates: true, pace: UNPACED },
  'wechaty-puppet-service': { groups: true, initiates: true, pace: CAREFUL },
  'wechaty-puppet-padlocal': { groups: true, initiates: true, pace: CAREFUL },
  // Its library takes over the process's uncaught exceptions and only prints them; no other puppet here does such a thing.
  'wechaty-puppet-wechat4u': { groups: true, initiates: true, pace: CAREFUL },
  'wechaty-puppet-xp': { groups: true, initiates: true, pace: CAREFUL },
  'wechaty-puppet-official-account': { groups: false, initiates: false, pace: CAREFUL },
}

/** Throws at once for a name that is not on the list; `load` throws when the package is not installed. Both say what to do. */
export function puppetNamed(name: string): PuppetKind {
  const row = Object.hasOwn(PUPPETS, name) ? PUPPETS[name] : undefined
  if (row === undefined) throw new Error(`Unknown puppet "${name.slice(0, 60)}". Known: ${Object.keys(PUPPETS).join(', ')}.`)
  return { name, capabilities: { ...row, privateChats: true, cards: false, pictures: true }, load: () => loadPuppet(name) }
}

async function loadPuppet(name: string): Promise<() => Puppet> {
  const Implementation = defaultExport(await importOrExplain(name))
  if (Implementation === undefined) throw new Error(`The package ${name} exports no puppet.`)
  return () => new Implementation()
}

async function importOrExplain(name: string): Promise<unknown> {
  try {
    return await import(name)
  } catch (error) {
    const missing =
      Error.isError(error) && 'code' in error && String(error.code).endsWith('MODULE_NOT_FOUND') && error.message.includes(name)
    if (!missing) throw error
    throw new Error(`The puppet ${name} is not installed. To get it: npm install -w bot ${name}`, { cause: error })
  }
}

type PuppetClass = new () => Puppet
const isPuppetClass = (value: unknown): value is PuppetClass => typeof value === 'function'

/** A CommonJS package puts its default export one or two levels deep. */
function defaultExport(module: unknown): PuppetClass | undefined {
  let inner: unknown = module
  for (let depth = 0; depth < 3; depth += 1) {
    if (typeof inner !== 'object' || inner === null || !('default' in inner)) return undefined
    inner = inner.default
    if (isPuppetClass(inner)) return inner
  }
  return undefined
}
