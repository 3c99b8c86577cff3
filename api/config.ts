import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'
import { LIMIT } from './core/limit.ts'
import { fen } from './core/money.ts'
import { TAX_MODES } from './core/tax/tax-rules.ts'

const TOKEN_BYTES = 24
const LEAST_TOKEN_CHARACTERS = 16
const LONGEST_QR = 500

const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .optional()
const token = optionalText.refine((text) => text === undefined || text.length >= LEAST_TOKEN_CHARACTERS, 'at least 16 characters')

const MOST_YUAN = 1_000_000
/** A limit of the county's own, in whole yuan; left out, ours. */
const yuanLimit = z.coerce
  .number()
  .int()
  .min(1)
  .max(MOST_YUAN)
  .transform((yuan) => fen(yuan * 100))
  .optional()

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: optionalText,
  DATA_DIR: z.string().min(1).default('./data'),
  MONGODB_URL: optionalText,
  REDIS_URL: optionalText,
  ROLE: z.enum(['all', 'api', 'bot', 'worker']).default('all'),
  API_URL: optionalText,
  BOT_TOKEN: token,
  STATS_TOKEN: token,
  /** Where people reach this county's pages. */
  PUBLIC_URL: optionalText.refine((text) => text === undefined || URL.canParse(text), 'no address'),
  /** `offline`: pay changes hands at the work place and the county only keeps the book of it. */
  PAYMENTS: z.enum(['online', 'offline']).default('online'),
  /** Who makes sure of people: `sandbox` believes everybody, `counter` is somebody who looks at the card. */
  VERIFIER: z.enum(['sandbox', 'counter']).optional(),
  /** What a phone reads off the screen of the hall, to reach the bot. */
  HALL_QR: optionalText.refine((text) => text === undefined || text.length <= LONGEST_QR, `at most ${LONGEST_QR} characters`),
  WECHATY_PUPPET: optionalText,
  /** How the inbox calls the bot's account; it stays the same when WeChat gives the account another id. */
  BOT_ACCOUNT: z.string().min(1).max(40).default('wechat'),
  MARKET_ROOMS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((room) => room.trim())
        .filter((room) => room !== ''),
    ),
  /** How tax is withheld from pay, and from which day on the county does so. */
  TAX_MODE: z.enum(TAX_MODES).default('off'),
  TAX_FROM: z.iso.date().default('2019-01-01'),
  /** Above it a second person of the staff agrees, or somebody of the hall looks at what a worker takes out within a day. */
  ALONE_YUAN: yuanLimit,
  UNLOOKED_YUAN: yuanLimit,
  WAGES_KEPT_YEARS: z.coerce
    .number()
    .int()
    .min(LIMIT.leastWageYears, `the law has wages kept for ${LIMIT.leastWageYears} years`)
    .max(100)
    .default(LIMIT.leastWageYears),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
})

const database = environment.pick({ DATA_DIR: true, MONGODB_URL: true })

/** Where the data lie, for a command that needs to know nothing else. */
export function readDatabase(env: NodeJS.ProcessEnv): Pick<Config, 'dataDir' | 'mongodbUrl'> {
  const { DATA_DIR, MONGODB_URL } = database.parse(env)
  return { dataDir: DATA_DIR, mongodbUrl: MONGODB_URL }
}

export type Config = Readonly<ReturnType<typeof readConfig>>

/** Reads all that the environment may say, once, and says in one sentence what is wrong with it. */
export function readConfig(env: NodeJS.ProcessEnv, args: readonly string[]) {
  const unknown = args.find((arg) => arg !== '--empty')
  if (unknown !== undefined) throw new Error(`unknown option ${unknown}; there is --empty: start without the demo county`)
  const read = environment.safeParse(env)
  if (!read.success) throw new Error(`the environment is not right: ${z.prettifyError(read.error)}`)
  const { BOT_TOKEN, STATS_TOKEN, ...rest } = read.data
  const apart = rest.ROLE !== 'all'
  if (apart && (rest.MONGODB_URL === undefined || rest.REDIS_URL === undefined)) {
    throw new Error('MONGODB_URL and REDIS_URL must be set where the parts of a county run in processes of their own')
  }
  if (apart && BOT_TOKEN === undefined) throw new Error('BOT_TOKEN must be set where api and bot run apart')
  if (BOT_TOKEN !== undefined && BOT_TOKEN === STATS_TOKEN)
    throw new Error('BOT_TOKEN and STATS_TOKEN must differ: each opens its own routes only')
  if (rest.API_URL !== undefined && rest.ROLE !== 'bot') throw new Error('API_URL is for ROLE=bot only')
  const simulated = rest.ROLE === 'all' && rest.WECHATY_PUPPET === undefined
  if (rest.VERIFIER === 'sandbox' && !simulated) throw new Error('VERIFIER=sandbox believes everybody: it is for the simulated chat only')
  return {
    port: rest.PORT,
    /** A demo with play money is nobody else's business; the parts of a real county are reached by each other. */
    host: rest.HOST ?? (rest.ROLE === 'all' ? '127.0.0.1' : '0.0.0.0'),
    dataDir: rest.DATA_DIR,
    mongodbUrl: rest.MONGODB_URL,
    redisUrl: rest.REDIS_URL,
    role: rest.ROLE,
    apiUrl: rest.API_URL,
    botToken: BOT_TOKEN ?? newToken(),
    statsToken: STATS_TOKEN ?? newToken(),
    /** Made up for this run, so it has to be shown to whoever started it. */
    statsTokenIsNew: STATS_TOKEN === undefined,
    publicUrl: rest.PUBLIC_URL?.replace(/\/+$/, ''),
    hallQr: rest.HALL_QR,
    payments: rest.PAYMENTS,
    verifier: rest.VERIFIER ?? (simulated ? 'sandbox' : 'counter'),
    tax: { mode: rest.TAX_MODE, from: Temporal.PlainDate.from(rest.TAX_FROM) },
    aloneFen: rest.ALONE_YUAN,
    unlookedFen: rest.UNLOOKED_YUAN,
    wagesKeptYears: rest.WAGES_KEPT_YEARS,
    puppet: rest.WECHATY_PUPPET,
    account: rest.BOT_ACCOUNT,
    loginFile: path.join(rest.DATA_DIR, 'wechat-login'),
    marketRooms: rest.MARKET_ROOMS,
    logLevel: rest.LOG_LEVEL,
    /** Without a puppet the chat is simulated: everybody in it sits at one screen. */
    simulated,
    demo: simulated && !args.includes('--empty'),
  }
}

const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')
