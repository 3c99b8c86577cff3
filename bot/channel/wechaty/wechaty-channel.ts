import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '@linggong/api/core/clock.ts'
import { type Wechaty, WechatyBuilder } from 'wechaty'
import type { Puppet } from 'wechaty-puppet'
import type { ChannelLog } from '../log.ts'
import type { Capabilities, Channel, Incoming, Outgoing } from '../port.ts'
import { beginLife } from './life.ts'
import { listen } from './listen.ts'
import { deliver, isPictureRefused } from './outgoing.ts'
import { PATIENCE, type Patience } from './patience.ts'
import { type PuppetKind, puppetNamed } from './puppets.ts'
import { hushWechaty } from './quiet.ts'
import { type Health, type Life, superviseLogin } from './supervisor.ts'

export interface WechatyChannelOptions {
  /** A name of the allow-list, or a kind of our own such as the simulator's. An unknown name throws at once. */
  readonly puppet: string | PuppetKind
  /** How the inbox calls this account; stays the same although WeChat may change its contact id. */
  readonly account: string
  readonly clock: Clock
  readonly log: ChannelLog
  /** Path, without extension, of the file where a puppet keeps its login over a restart. Absent: in memory. */
  readonly session?: string
  readonly patience?: Partial<Patience>
}

/** The methods may be handed around by themselves. */
export function createWechatyChannel(options: WechatyChannelOptions): Channel {
  const channel = new WechatyChannel(options)
  return {
    name: channel.name,
    capabilities: channel.capabilities,
    start: (onIncoming) => channel.start(onIncoming),
    send: (message) => channel.send(message),
    health: () => channel.health(),
    stop: () => channel.stop(),
  }
}

class WechatyChannel implements Channel {
  readonly name: string
  readonly capabilities: Capabilities
  readonly #options: WechatyChannelOptions
  readonly #kind: PuppetKind
  readonly #patience: Patience
  readonly #stopping = new AbortController()
  readonly #firstOutcome = Promise.withResolvers<void>()
  #health: Health = { ready: false, detail: 'not started' }
  #onIncoming: (message: Incoming) => Promise<void> = async () => undefined
  #bot: Wechaty | undefined
  #supervision: Promise<void> | undefined

  constructor(options: WechatyChannelOptions) {
    this.#options = options
    this.#patience = { ...PATIENCE, ...options.patience }
    this.#kind = typeof options.puppet === 'string' ? puppetNamed(options.puppet) : options.puppet
    this.name = this.#kind.name
    this.capabilities = this.#kind.capabilities
  }

  async start(onIncoming: (message: Incoming) => Promise<void>): Promise<void> {
    if (this.#supervision !== undefined) throw new Error('A channel is started once.')
    hushWechaty()
    this.#onIncoming = onIncoming
    const makePuppet = await this.#kind.load()
    this.#supervision = superviseLogin(
      {
        begin: () => this.#begin(makePuppet()),
        onHealth: (health) => this.#tell(health),
        pause: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
        firstPauseMs: this.#patience.pauseMs,
        elapsedMs: () => performance.now(),
      },
      this.#stopping.signal,
    )
    await this.#firstOutcome.promise
  }

  async send(message: Outgoing): Promise<{ id?: string }> {
    if (this.#bot === undefined || !this.#health.ready) throw new Error(`The channel ${this.name} is not ready: ${this.#health.detail}`)
    try {
      return await deliver(this.#bot, message)
    } catch (error) {
      if (!isPictureRefused(message, error)) throw error
      this.#options.log.warn({ channel: this.name }, 'the puppet shows no pictures; the words before one must do')
      return {}
    }
  }

  health(): Health {
    return this.#health
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#supervision
  }

  #begin(puppet: Puppet): Life {
    const { account, clock, log, session } = this.#options
    const bot = WechatyBuilder.build({ puppet, ...(session === undefined ? {} : { name: session }) })
    const deafen = listen({ bot, puppet, account, clock, log, patience: this.#patience, onIncoming: (message) => this.#receive(message) })
    const onScan = () => this.#tell({ ready: false, detail: 'waits for its QR code to be scanned' })
    const life = beginLife(bot, { log, patience: this.#patience, onScan })
    this.#bot = bot
    return { ...life, stop: () => life.stop().finally(deafen) }
  }

  async #receive(message: Incoming): Promise<void> {
    if (!this.#stopping.signal.aborted) await this.#onIncoming(message)
  }

  #tell(health: Health): void {
    this.#health = health
    this.#options.log.info({ channel: this.name, ...health }, 'channel')
    if (health.detail !== 'logging in') this.#firstOutcome.resolve()
  }
}
