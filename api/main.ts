import type { Channel } from '@linggong/bot/channel/port.ts'
import { createReader } from '@linggong/bot/dialogue/reader.ts'
import { COUNTY, LEXICON } from '@linggong/seeds/reference/county.ts'
import { rootFiles } from './audit/root-files.ts'
import { type Config, readConfig } from './config.ts'
import { createHttpClient } from './contract/client.ts'
import { createServer } from './http/create-server.ts'
import { createLog, errorFields, type Log } from './log.ts'
import { createSandboxCodeSender } from './person/sandbox/sandbox-code-sender.ts'
import { createSandboxVerifier } from './person/sandbox/sandbox-verifier.ts'
import { startWake } from './schedule/wake.ts'
import { type FirstCodes, firstAccountCodes } from './staff/first-account.ts'
import { startBot } from './start-bot.ts'
import { type County, startCounty } from './start-county.ts'
import { loadDemo } from './start-demo.ts'
import { openPayments } from './start-payment.ts'
import { auditRootsFolder, healthOf, monotonicMs, openServices, type Services, systemClock } from './start-services.ts'
import { openSimulator, SIMULATOR_ACCOUNT, SIMULATOR_PATH, type SimulatedChat } from './start-simulator.ts'
import { startWeb } from './start-web.ts'
import { onSignal, type Stop } from './stop.ts'
import { welcome } from './welcome.ts'

/** The simulated group is empty after each start; a few jobs to grab stand in it. */
const ANNOUNCED_AT_START = 3

/** Everything of one process, put together: which parts run is the environment's word, what they are is the other rooms'. */
async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2))
  const log = createLog({ level: config.logLevel })
  const stops: Stop[] = []
  onSignal(stops, log)

  const services = await openServices(config, log)
  let port = config.port
  const publicUrl = () => config.publicUrl ?? `http://localhost:${port}`
  const ownUrl = () => `http://127.0.0.1:${port}`
  const payment = await openPayments({ env: process.env, payments: config.payments, mayPlay: config.simulated, ownUrl, clock: systemClock })
  const county = startCounty({
    ...services,
    provider: payment.provider,
    verifier: config.verifier === 'sandbox' ? createSandboxVerifier() : undefined,
    codeSender: config.simulated ? createSandboxCodeSender((line) => void process.stdout.write(`${line}\n`)) : undefined,
    auditRoots: rootFiles({ folder: auditRootsFolder(config.dataDir), county: COUNTY.adcode, vault: services.vault }),
    payees: payment.payees,
    publicUrl,
    chatUrl: config.simulated ? SIMULATOR_PATH : undefined,
    payInPlay: payment.payInPlay,
    clock: systemClock,
    monotonicMs,
    log,
    settings: {
      ...{ ...COUNTY, demo: config.demo, quietAtNight: !config.simulated, tax: config.tax, wagesKeptYears: config.wagesKeptYears },
      ...{ aloneFen: config.aloneFen, unlookedFen: config.unlookedFen },
    },
    health: healthOf(config, services),
  })
  stops.push(services.store.close, payment.stop, county.stop)

  const web = startWeb({ config, county, publicUrl, chatPath: SIMULATOR_PATH, log })
  const simulator = config.simulated ? await openSimulator() : undefined
  const server = createServer({
    dispatcher: county.dispatcher,
    tokens: { bot: config.botToken, statistics: config.statsToken },
    findStaff: county.findStaff,
    secure: config.publicUrl?.startsWith('https:') ?? false,
    county: COUNTY.adcode,
    log,
    mounts: [...county.mounts, ...web.mounts, ...(simulator?.mounts ?? [])],
  })
  port = await server.listen(config.port, config.host)
  stops.push(server.stop, web.stop)
  /** Before the server, which waits for whoever is connected. */
  if (simulator) stops.push(simulator.stop)

  const demo = config.demo ? loadDemo({ county, vault: services.vault, clock: systemClock, account: SIMULATOR_ACCOUNT }) : undefined
  if (demo) stops.push(demo.stop)
  const bot = await listen({ config, county, services, log, simulator, stops })
  await demo?.cast
  if (simulator) await county.announceOpenJobs(ANNOUNCED_AT_START)
  await county.wind()
  await county.windStatistics()
  const wake = startWake({ sweep: () => Promise.all([county.sweep(), bot?.resume()]), log })
  stops.push(wake.stop)
  demo?.whole.catch((error: unknown) => log.error(errorFields(error), 'the demo county is not whole; the next start goes on with it'))
  welcome(config, port, await firstCodes(config, county))
  web.begin()
}

/** Only where everything is made up: who comes to a real county first is invited by whoever runs it. */
async function firstCodes({ simulated }: Config, { staff }: County): Promise<FirstCodes | undefined> {
  return simulated ? await firstAccountCodes(staff) : undefined
}

interface Listening {
  readonly config: Config
  readonly county: County
  readonly services: Services
  readonly log: Log
  readonly simulator: SimulatedChat | undefined
  readonly stops: Stop[]
}

/** The chat side, where this process has one. */
async function listen({ config, county, services, log, simulator, stops }: Listening) {
  const puppet = simulator?.puppet ?? config.puppet
  if (puppet === undefined || config.role === 'api' || config.role === 'worker') return undefined
  const account = simulator ? SIMULATOR_ACCOUNT : config.account
  /** Only here, because it takes longer to load than all the rest and half of the processes never chat. */
  const { createWechatyChannel } = await import('@linggong/bot/channel/wechaty/wechaty-channel.ts')
  const channel: Channel = createWechatyChannel({ puppet, account, clock: systemClock, log, session: config.loginFile })
  const bot = startBot({
    county,
    client: config.apiUrl === undefined ? county.client : createHttpClient({ baseUrl: config.apiUrl, token: config.botToken }),
    channel,
    reader: createReader(LEXICON),
    known: COUNTY,
    queue: services.queue,
    clock: systemClock,
    monotonicMs,
    marketRooms: () => simulator?.rooms ?? config.marketRooms,
    log,
  })
  stops.push(channel.stop)
  await bot.start()
  return bot
}

main().catch((error) => {
  process.stderr.write(`linggong did not start: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
