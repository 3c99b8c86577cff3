import { hash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { alerts } from '@linggong/api/alert/alert.collection.ts'
import { auditRows } from '@linggong/api/audit/audit-row.collection.ts'
import type { RouteRow } from '@linggong/api/contract/route.ts'
import type { StaffAction } from '@linggong/api/core/staff/action.ts'
import { createServer } from '@linggong/api/http/create-server.ts'
import { listeningLog, TOKENS } from '@linggong/api/http/testing/fake-county.ts'
import { frozenMonths, months } from '@linggong/api/statistics/rollup.collection.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import { aCounty } from '../../kit/a-county.ts'
import { HALL, SEATS, seatFor, seatStaff, tokenOf } from '../../kit/seat-staff.ts'

/** A request as it travels: the path is sent as it is. */
export interface Wire {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Answered {
  readonly status: number
  readonly type: string
  readonly text: string
  /** Everything that came, for whoever looks for what must not. */
  readonly all: string
}

/** By these somebody may end sessions, his own or another's, so each call finds everybody signed in anew. */
export const UNSEATING: readonly StaffAction[] = ['own-account', 'change-staff', 'suspend-staff', 'reset-staff']

const NO_LIMIT = { contact: 1e9, bot: 1e9, statistics: 1e9, staff: 1e9, public: 1e9, refused: 1e9 }

/** Sees what is in the database file, whatever the store thinks of it. */
function openEye(file: string) {
  const eye = new DatabaseSync(file, { readOnly: true })
  /** A "no" to the staff stands in the audit, so that it can be seen who tried what, and a guess is counted. */
  const tables = eye.prepare(
    "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'auditRows$%' AND name NOT LIKE 'staffTries$%' ORDER BY name",
  )
  const version = eye.prepare('PRAGMA data_version')
  const versionNow = (): unknown => version.get()?.['data_version']
  const of = (read: () => unknown[]) => hash('sha256', JSON.stringify(read()))
  const everything = () => of(() => tables.all().map(({ name }) => eye.prepare(`SELECT * FROM "${String(name)}"`).all()))
  /** Every write of the store makes a version larger, a row more or a row less. */
  const marks = () =>
    of(() =>
      tables
        .all()
        .filter(({ sql }) => String(sql).includes('version INTEGER'))
        .map(({ name }) => [name, eye.prepare(`SELECT count(*), total(version), max(row) FROM "${String(name)}"`).all()]),
    )
  /** Read again only when SQLite says that somebody has written. */
  const remembering = (read: () => string) => {
    let seen = { version: versionNow(), text: read() }
    return (): string => {
      const now = versionNow()
      if (seen.version !== now) seen = { version: now, text: read() }
      return seen.text
    }
  }
  return {
    /** One text for all there is: equal texts, equal databases. */
    digest: remembering(everything),
    /** The same for whoever asks twenty thousand times: equal texts, and nothing was written in between. */
    marks: remembering(marks),
    close: () => eye.close(),
  }
}

/** The whole county on a port, over a database file, with a log that is listened to and no limit of calls. */
export async function liveApi() {
  const folder = mkdtempSync(join(tmpdir(), 'linggong-contract-'))
  const file = join(folder, 'county.sqlite')
  const { log, lines } = listeningLog()
  const town = await aCounty({ store: openSqlite({ file }), log })
  const { dispatcher, findStaff } = town.county
  const server = createServer({ dispatcher, findStaff, tokens: TOKENS, county: COUNTY.adcode, log, rates: NO_LIMIT })
  const seat = async (login?: string): Promise<void> => {
    for (const each of SEATS) if (login === undefined || each.login === login) await seatStaff(town.county.staff, each)
  }
  await seat()
  const port = await server.listen(0, '127.0.0.1')
  await town.county.sweep()
  /** Their tables are made at their first use, which is no change either. */
  await town.county.store.count(months, { index: 'month', county: town.county.county })
  await town.county.store.count(alerts, { index: 'day', county: town.county.county })
  await town.county.store.count(frozenMonths, { index: 'month', county: town.county.county })
  await town.county.store.count(auditRows, { index: 'line', county: town.county.county })
  const eye = openEye(file)
  const agent = new Agent({ keepAlive: true })

  const ask = ({ method, path, headers = {}, body }: Wire): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const asked = request({ port, host: '127.0.0.1', agent, method, path, headers: { ...headers, ...length } }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          text += chunk
        })
        response.on('end', () => {
          const { statusCode = 0, headers: got } = response
          resolve({ status: statusCode, type: got['content-type'] ?? '', text, all: JSON.stringify(got) + text })
        })
        response.on('error', reject)
      })
      asked.on('error', reject)
      asked.end(body)
    })

  return {
    town,
    port,
    lines,
    ask,
    digest: eye.digest,
    marks: eye.marks,
    /** One of the staff, or all, are here, signed in, with the rights they had at first. */
    seat,
    async stop(): Promise<void> {
      agent.destroy()
      await server.stop()
      eye.close()
      await town.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type LiveApi = Awaited<ReturnType<typeof liveApi>>

export const json = { 'content-type': 'application/json' } as const
export const asBot = { authorization: `Bearer ${TOKENS.bot}` } as const
export const asStatistics = { authorization: `Bearer ${TOKENS.statistics}` } as const
/** Who works in the hall for the whole county. */
export const asStaff = { authorization: `Bearer ${tokenOf(HALL.login)}` } as const
/** Somebody who may call a row of staff. */
export const asStaffFor = (row: RouteRow) => ({ authorization: `Bearer ${tokenOf(seatFor(row).login)}` })
export const actingFor = (contact: string) => ({ ...asBot, 'acting-contact': encodeURIComponent(contact) })
export const keyed = (key: string) => ({ 'idempotency-key': encodeURIComponent(key) })
