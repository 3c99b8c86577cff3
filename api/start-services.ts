import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import type { Config } from './config.ts'
import type { Handlers } from './contract/handler.ts'
import type { Clock } from './core/clock.ts'
import { accept } from './core/result.ts'
import { jobs } from './job/job.collection.ts'
import type { Log } from './log.ts'
import type { Queue } from './queue/port.ts'
import type { Store } from './store/port.ts'
import { checkKeys } from './vault/check-keys.ts'
import { loadKeyRing } from './vault/load-key-ring.ts'
import { createVault, type Vault } from './vault/vault.ts'

/** The stored form of an instant has whole milliseconds, so the clock gives no finer ones. */
export const systemClock: Clock = { now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()) }
export const monotonicMs = (): number => performance.now()

export interface Services {
  readonly store: Store
  readonly queue: Queue
  readonly vault: Vault
}

type Kept = Pick<Config, 'dataDir' | 'mongodbUrl'>
type Warn = (text: string) => void

/** Opens what the environment names: a database, a queue, the keys. What is not named comes from the data folder and this process. */
export async function openServices(config: Config, log: Log): Promise<Services> {
  const kept = await openKept(config, (text) => log.warn({}, text))
  return { ...kept, queue: await openQueue(config, log) }
}

/** Opens the database and the keys that belong to it, for a server or a command that writes. */
export async function openKept(config: Kept, warn?: Warn): Promise<Pick<Services, 'store' | 'vault'>> {
  await mkdir(config.dataDir, { recursive: true })
  const vault = createVault(await loadKeyRing({ env: process.env, dataDir: config.dataDir }))
  const store = await openStore(config, warn)
  await checkKeys(store, vault, COUNTY.adcode)
  return { store, vault }
}

/** Healthy is who can read the database; what else may be away is tried again by itself. */
export const healthOf =
  ({ mongodbUrl, redisUrl, demo }: Config, { store }: Pick<Services, 'store'>): Handlers['health'] =>
  async () => {
    await store.count(jobs, { index: 'employerState', county: COUNTY.adcode, equals: { employer: '-', state: 'open' } })
    return accept({
      status: 'ok' as const,
      at: systemClock.now().toString(),
      store: mongodbUrl === undefined ? ('sqlite' as const) : ('mongodb' as const),
      queue: redisUrl === undefined ? ('memory' as const) : ('redis' as const),
      demo,
    })
  }

export const sqliteFile = (dataDir: string): string => path.join(dataDir, 'county.sqlite')
export const auditRootsFolder = (dataDir: string): string => path.join(dataDir, 'audit-roots')

const toOperator: Warn = (text) => void process.stderr.write(`${text}\n`)

export async function openStore({ mongodbUrl, dataDir }: Kept, warn = toOperator): Promise<Store> {
  if (mongodbUrl !== undefined) return (await import('./store/mongo/open-mongo.ts')).openMongo({ url: mongodbUrl, warn })
  return (await import('./store/sqlite/open-sqlite.ts')).openSqlite({ file: sqliteFile(dataDir) })
}

async function openQueue({ redisUrl }: Config, log: Log): Promise<Queue> {
  const onFailure = ({ task, failures }: { task: string; failures: number }) =>
    log.warn({ task, failures }, 'a task failed and will be tried again')
  if (redisUrl !== undefined) return (await import('./queue/bull-queue.ts')).openBullQueue({ redisUrl, onFailure })
  const { MemoryQueue } = await import('./queue/memory-queue.ts')
  return new MemoryQueue({ onFailure })
}
