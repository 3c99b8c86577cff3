import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { FILE_TYPES, fileAnswer } from '@linggong/api/contract/file-answer.ts'
import { PROBLEM_TYPE, problem } from '@linggong/api/contract/problem.ts'
import type { RouteRow } from '@linggong/api/contract/route.ts'
import { ROUTES } from '@linggong/api/contract/routes.ts'
import { verifyLedger } from '@linggong/api/wallet/verify-ledger.ts'
import fc from 'fast-check'
import { SEATS, seatFor } from '../../kit/seat-staff.ts'
import { type Answered, UNSEATING, type Wire } from './live-api.ts'
import { CANARIES, type PeopledApi, peopledApi, SECRETS, STRANGERS } from './peopled-api.ts'
import { type Known, requestsTo } from './requests.ts'

/** Two files of it send more than twenty thousand in a run. */
const REQUESTS_A_ROUTE = 250
const LEAST_REQUESTS = 10_000
const LEAST_YESES = 1000

/** What any route may answer besides its own refusals. */
const EVERYWHERE = ['bad-request', 'payload-too-large', 'key-reused', 'not-found']
/** A wrong code is a "no" that is written down: it costs one try. */
const REMEMBERED = [
  'phone-code-wrong',
  'phone-code-over',
  'wrong-start-code',
  'start-code-locked',
  'binding-code-wrong',
  'binding-code-locked',
]
/** Whoever registers with somebody's number guesses at a person: that is counted, too. */
const GUESSED = ['id-number-in-use', 'identity-mismatch', 'identity-locked']
const isRemembered = ({ path }: RouteRow, code: string): boolean =>
  REMEMBERED.includes(code) || (path === ROUTES.registerPerson.path && GUESSED.includes(code))

const known = (api: PeopledApi): Known => ({
  contacts: [...SECRETS.map(({ contact }) => contact), ...STRANGERS],
  numbers: Object.values(api.numbers),
  notices: api.notices,
  payouts: api.payouts,
  tasks: api.tasks,
  staff: [...SEATS.map(({ login }) => `staff-${login}`), ...api.approvals],
})

function problemIn(row: RouteRow, { type, text, status }: Answered): string {
  expect(type).toBe(PROBLEM_TYPE)
  const told = problem.parse(JSON.parse(text))
  expect(told.status).toBe(status)
  expect([...row.refusals, ...EVERYWHERE]).toContain(told.code)
  return told.code
}

function expectNoSecret(texts: readonly string[]): void {
  const all = texts.join('\n')
  expect(CANARIES.filter((canary) => all.includes(canary))).toEqual([])
}

function expectAsTheRowSays(row: RouteRow, { status, type, text }: Answered): void {
  expect(status).toBe(row.status)
  if (row.answer === fileAnswer) expect(Object.values(FILE_TYPES)).toContain(type)
  else expect(row.answer.safeParse(JSON.parse(text)).success).toBe(true)
}

/** Sends one request and looks at what came back, what was logged, and what is in the database since. */
async function look(api: PeopledApi, row: RouteRow, wire: Wire): Promise<number> {
  if ('action' in row && UNSEATING.includes(row.action)) await api.seat(seatFor(row).login)
  const [before, logged] = [api.marks(), api.lines.length]
  const answer = await api.ask(wire)
  await api.town.county.settle()
  expectNoSecret([answer.all, ...api.lines.slice(logged)])
  expect(answer.status).toBeLessThan(500)
  const isNo = answer.status >= 400
  const code = isNo ? problemIn(row, answer) : ''
  if (!isNo) expectAsTheRowSays(row, answer)
  /** Whatever leaves the county as a file is written down first, also what is then refused. */
  const mayWrite = row.answer === fileAnswer || (isNo ? isRemembered(row, code) : row.method === 'POST')
  if (!mayWrite) expect(api.marks()).toBe(before)
  return answer.status
}

/** Sends right, nearly right and hostile requests to every route of some roles, in a county of its own. */
export function fuzz(roles: readonly RouteRow['role'][], statusesMet: readonly number[]): void {
  const rows: readonly (readonly [string, RouteRow])[] = Object.entries(ROUTES)
  const routes = rows.filter(([, { role }]) => roles.includes(role))
  const statuses = new Map<number, number>()
  let api: PeopledApi
  beforeAll(async () => {
    api = await peopledApi()
  })
  afterAll(() => api.stop())

  describe('whatever is sent', () => {
    it.each(routes)(
      'to %s is answered as the contract says, and a "no" changes nothing',
      async (_id, row) => {
        await api.seat()
        const requests = fc.asyncProperty(requestsTo(row, known(api)), async (wire) => {
          const status = await look(api, row, wire)
          statuses.set(status, (statuses.get(status) ?? 0) + 1)
        })
        await fc.assert(requests, { numRuns: REQUESTS_A_ROUTE })
      },
      120_000,
    )

    it('was thousands of requests, many of them right, and met every kind of "no"', () => {
      const yeses = [200, 201].map((status) => statuses.get(status) ?? 0)
      expect([...statuses.values()].reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(LEAST_REQUESTS)
      expect(yeses.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(LEAST_YESES)
      expect([...statuses.keys()]).toEqual(expect.arrayContaining([...statusesMet]))
    })

    it('left the money right', async () => {
      const { store, county } = api.town.county
      expect(await verifyLedger({ store, county })).toMatchObject({ trialBalanceFen: 0, faults: [] })
    })
  })
}
