import { z } from 'zod'
import { fileAnswer } from '../../contract/file-answer.ts'
import type { Routes } from '../../contract/route.ts'
import { nothing } from '../../contract/shapes.ts'
import { accept, refuse } from '../../core/result.ts'
import type { StaffActor } from '../../core/staff/policy.ts'
import { CARRIERS } from '../../core/staff/session.ts'
import { aStaffActor } from '../../core/testing/staff.ts'
import { createLog, type Log } from '../../log.ts'
import { BadCursor, StoreUnavailable } from '../../store/port.ts'
import { createServer } from '../create-server.ts'
import { type Dispatcher, dispatcherOf, type HandlersOf } from '../dispatch.ts'

const base = { tag: 'fake', params: nothing, query: nothing, body: nothing, status: 200, refusals: [] } as const
const byId = z.strictObject({ id: z.string().max(20) })

/** A route table with one row for each thing the machinery does, so that it can be tested without any slice. */
export const FAKE_ROUTES = {
  ping: { ...base, method: 'GET', path: '/ping', role: 'public', summary: 'open to all', answer: z.object({ pong: z.boolean() }) },
  echo: {
    ...base,
    method: 'POST',
    path: '/things/:id',
    role: 'contact',
    summary: 'gives back what it understood',
    params: byId,
    body: z.strictObject({
      name: z.string().max(50).optional(),
      count: z.int().min(0).optional(),
      list: z.array(z.int()).max(2000).optional(),
      deep: z.unknown().optional(),
    }),
    answer: z.object({ id: z.string(), body: z.unknown(), contact: z.string(), key: z.string() }),
    status: 201,
  },
  list: {
    ...base,
    method: 'GET',
    path: '/things',
    role: 'contact',
    summary: 'a page of things',
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(5), after: z.string().max(500).optional() }),
    answer: z.object({ limit: z.int() }),
  },
  full: { ...base, method: 'POST', path: '/full', role: 'contact', summary: 'always refuses', answer: nothing, refusals: ['job-full'] },
  leak: { ...base, method: 'GET', path: '/leak', role: 'contact', summary: 'answers too much', answer: z.object({ name: z.string() }) },
  wrong: { ...base, method: 'GET', path: '/wrong', role: 'contact', summary: 'answers what it must not', answer: z.object({ n: z.int() }) },
  bug: { ...base, method: 'GET', path: '/bug', role: 'contact', summary: 'has a mistake', answer: nothing },
  away: { ...base, method: 'GET', path: '/away', role: 'contact', summary: 'has no database', answer: nothing },
  gone: { ...base, method: 'POST', path: '/gone', role: 'bot', summary: 'answers nothing', answer: nothing, status: 204 },
  file: { ...base, method: 'GET', path: '/file', role: 'bot', summary: 'gives a file', answer: fileAnswer },
  count: {
    ...base,
    method: 'GET',
    path: '/stats/count',
    role: 'statistics',
    action: 'see-figures',
    summary: 'for the dashboards',
    answer: z.object({ n: z.int() }),
  },
  close: {
    ...base,
    method: 'POST',
    path: '/staff/close',
    role: 'staff',
    action: 'close-task',
    summary: 'for the people of the hall',
    answer: z.object({ contact: z.string(), key: z.string() }),
  },
  begin: {
    ...base,
    method: 'POST',
    path: '/staff/begin',
    role: 'public',
    session: 'begins',
    summary: 'begins a session of staff',
    body: z.strictObject({ carrier: z.enum(CARRIERS) }),
    answer: z.object({ carrier: z.enum(CARRIERS), token: z.string().nullable() }),
  },
} as const satisfies Routes

export const CANARY = '350428199001011234'

/** What a careless handler would give away: its type does not say so, so neither would the compiler. */
const tooMuch: { readonly name: string } = Object.assign({ name: '廖*山' }, { idNumber: CANARY })
const notANumber = JSON.parse('{"n":"one"}') as { n: number } // the contract must notice

/** A file of many pieces, and whether somebody still reads it. */
export async function* pieces(count: number, onEnd: () => void = () => undefined): AsyncGenerator<Uint8Array> {
  try {
    for (let nth = 0; nth < count; nth += 1) yield Buffer.from(`${nth}\r\n`.padStart(1_000))
  } finally {
    onEnd()
  }
}

const HANDLERS: HandlersOf<typeof FAKE_ROUTES> = {
  ping: async () => accept({ pong: true }),
  echo: async ({ params, body, caller }) => accept({ id: params.id, body, contact: caller.contact, key: caller.key }),
  list: async ({ query }) => {
    if (query.after !== undefined) throw new BadCursor('forged')
    return accept({ limit: query.limit })
  },
  full: async () => refuse('job-full', { seats: 5 }),
  leak: async () => accept(tooMuch),
  wrong: async () => accept(notANumber),
  bug: async () => {
    throw new TypeError(`cannot read ${CANARY}`)
  },
  away: async () => {
    throw new StoreUnavailable('away')
  },
  gone: async () => accept({}),
  file: async () => accept({ name: '台账.csv', format: 'csv', bytes: pieces(3) }),
  count: async () => accept({ n: 1 }),
  close: async ({ caller: { contact, key } }) => accept({ contact, key }),
  begin: async ({ body: { carrier } }) => accept({ carrier, token: SESSIONS.hall }),
}

export const TOKENS = {
  bot: 'bot-token-of-the-test',
  statistics: 'statistics-token-of-the-test',
} as const
export const COUNTY = '350428'

const sessionOf = (who: string): string => `staff.${who.padEnd(43, '-')}`

/** Sessions of staff that the fake county knows, and one that it does not. */
export const SESSIONS = {
  hall: sessionOf('hall'),
  admin: sessionOf('admin'),
  enrolling: sessionOf('enrolling'),
  nobody: sessionOf('nobody'),
} as const

const ACTORS = new Map<string, StaffActor>([
  [SESSIONS.hall, aStaffActor()],
  [SESSIONS.admin, aStaffActor({ roles: ['system-admin'] })],
  [SESSIONS.enrolling, aStaffActor({ stage: 'enrolling' })],
])

export const cookieOf = (token: string): string => `linggong-staff=${token}`

export const fakeDispatcher = (over: Partial<HandlersOf<typeof FAKE_ROUTES>> = {}): Dispatcher =>
  dispatcherOf(FAKE_ROUTES, { ...HANDLERS, ...over })

/** A log whose lines a test can look for canaries in. */
export function listeningLog(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = []
  return { log: createLog({ level: 'debug', to: { write: (line) => void lines.push(line) } }), lines }
}

const findStaff = async (token: string): Promise<StaffActor | undefined> => ACTORS.get(token)

type ServerParts = Parameters<typeof createServer>[0]

export async function startFake(parts: Partial<ServerParts> = {}) {
  const { log, lines } = listeningLog()
  const server = createServer({ ...{ dispatcher: fakeDispatcher(), tokens: TOKENS, county: COUNTY, log, findStaff }, ...parts })
  const port = await server.listen(0, '127.0.0.1')
  return { server, port, url: `http://127.0.0.1:${port}`, lines }
}

export const asBot = { authorization: `Bearer ${TOKENS.bot}`, 'acting-contact': 'wx1/li', 'idempotency-key': 'm1' } as const
