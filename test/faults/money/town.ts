import { setTimeout as sleep } from 'node:timers/promises'
import type { TaxSettings } from '@linggong/api/core/tax/withhold.ts'
import { type JobDoc, jobs, newJobDoc } from '@linggong/api/job/job.collection.ts'
import { createLog } from '@linggong/api/log.ts'
import { noMischief } from '@linggong/api/payment/sandbox/mischief.ts'
import type { Notice } from '@linggong/api/payment/sandbox/notices.ts'
import type { MovableClock } from '@linggong/api/schedule/testing/movable-clock.ts'
import { type Store, StoreUnavailable } from '@linggong/api/store/port.ts'
import { Died, type Fate } from '../fate.ts'
import { lifeOf, mortalProvider, mortalStore } from './life.ts'
import { Notary } from './notary.ts'
import { theJobs } from './people.ts'
import type { Place } from './place.ts'
import { type Process, startProcess } from './process.ts'
import type { Spoil } from './spoil.ts'
import { type Seen, witnessed } from './witness.ts'

export interface TownParts {
  readonly store: Store
  readonly county: string
  readonly clock: MovableClock
  readonly place: Place
  readonly fate: Fate
  readonly spoil: Spoil
  readonly processes: number
  readonly tax: TaxSettings
}

/** A callback on its way, and whether what it says of the amount is true. */
export interface OnTheWay {
  readonly notice: Notice
  readonly isLie: boolean
}

/** So often at most what has happened is told until nothing more happens; what is left then nobody can hear. */
const TURNS = 12

/** A county of mortal processes, its provider, and all that is on its way between them. */
export class MoneyTown {
  readonly parts: TownParts
  readonly seen: Seen = new Map()
  readonly notary = new Notary()
  readonly errors: string[] = []
  onTheWay: OnTheWay[] = []
  readonly heard: OnTheWay[] = []
  /** Lies that were taken for good. */
  readonly believed: OnTheWay[] = []
  #deaths = 0
  readonly #running: Process[]
  readonly #store: Store
  readonly #log = createLog({ level: 'error', to: { write: (line: string) => void this.errors.push(line) } })

  constructor(parts: TownParts) {
    this.parts = parts
    this.#store = witnessed(parts.store, this.seen)
    this.#running = Array.from({ length: parts.processes }, () => this.#begin())
  }

  async post(): Promise<void> {
    for (const job of theJobs(this.parts.county)) await this.#store.insert(jobs, newJobDoc(job, 'posted'))
  }

  async job(index: number): Promise<JobDoc> {
    const job = await this.#store.get(jobs, this.parts.county, `job-${index}`)
    if (job === undefined) throw new Error('a job is there from the beginning')
    return job
  }

  #begin(): Process {
    const { county, clock, place, fate, spoil, tax } = this.parts
    const life = lifeOf(fate)
    const [store, provider] = [mortalStore(this.#store, life), mortalProvider(place.provider, life)]
    return startProcess({ life, store, provider, county, clock, log: this.#log, spoil, tax })
  }

  /** Somebody's call to one of the processes; who dies over it is followed by another that remembers nothing. */
  async ask(index: number, act: (process: Process) => Promise<unknown>): Promise<void> {
    const at = index % this.#running.length
    const process = this.#running[at] ?? this.#begin()
    try {
      await act(process)
    } catch (error) {
      if (!(error instanceof Died || error instanceof StoreUnavailable)) throw error
    }
    if (!process.life.isOver()) return
    this.#deaths += 1
    await process.stop()
    this.#running[at] = this.#begin()
  }

  async kill(index: number): Promise<void> {
    const at = index % this.#running.length
    await this.#running[at]?.stop()
    this.#running[at] = this.#begin()
  }

  /** All processes at once. */
  everybody(act: (process: Process) => Promise<unknown>): Promise<unknown> {
    return Promise.all(this.#running.map((_process, index) => this.ask(index, act)))
  }

  /** What the provider has to say since somebody last looked. */
  gather(): void {
    const { notices, mischief } = this.parts.place
    this.onTheWay.push(...notices.takeHeld().map((notice) => ({ notice, isLie: mischief.lieFen !== 0 })))
  }

  async deliver(index: number, callback: OnTheWay): Promise<void> {
    await this.ask(index, async (process) => {
      if (!(await this.parts.place.post(process, callback.notice))) return
      if (callback.isLie) this.believed.push(callback)
      this.onTheWay = this.onTheWay.filter((each) => each !== callback)
      this.heard.push(callback)
    })
    this.gather()
  }

  async tellAll(): Promise<void> {
    for (let turn = 0, found = 1; found > 0 && turn < TURNS; turn += 1) {
      found = 0
      await this.everybody(async (process) => {
        found += await process.tell()
      })
      this.gather()
    }
  }

  /** Everything that is due is done, and what happens by it is told. */
  async catchUp(): Promise<void> {
    for (let turn = 0, ran = 1; ran > 0 && turn < TURNS; turn += 1) {
      ran = 0
      await this.everybody(async (process) => {
        ran += await process.runDue()
      })
      this.gather()
      await this.tellAll()
    }
  }

  /** Nobody plays tricks any more, and what is on its way arrives or is asked for. */
  async quiet(): Promise<void> {
    const { clock, place } = this.parts
    const { refundsWait } = place.mischief
    Object.assign(place.mischief, noMischief(), { hold: true, refundsWait })
    for (const minutes of [0, 61, 10, 10, 10]) {
      let deaths: number
      do {
        deaths = this.#deaths
        clock.forward({ minutes })
        for (const callback of this.onTheWay) await this.deliver(0, callback)
        this.onTheWay = this.onTheWay.filter(({ isLie }) => !isLie)
        await this.catchUp()
      } while (this.#deaths > deaths)
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.#running.map((process) => process.stop()))
    await sleep(0)
  }
}
