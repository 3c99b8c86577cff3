import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { SCRIPT_ACCOUNT, startChat } from '@linggong/api/start-chat.ts'
import { loadCountyFile } from '@linggong/api/start-county-file.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { askAsStaff } from '../../kit/seat-staff.ts'

const MORNING = Temporal.Instant.from('2026-11-23T07:30:00+08:00')
const ROOM = 'market'

export interface Line {
  readonly from: string
  readonly text: string
  readonly group?: boolean
  readonly quote?: string
  readonly name?: string
  readonly id?: string
  readonly at?: Temporal.Instant
}

/** A county in a file, from one of `counties`, that hears single lines; what it has stored can be looked at. */
export async function aToldCounty(county = 'fixtures.json') {
  const folder = await mkdtemp(path.join(tmpdir(), 'linggong-told-'))
  const file = path.join(folder, 'county.sqlite')
  const chat = await startChat({ startsAt: MORNING, rooms: () => [ROOM], store: openSqlite({ file }) })
  const parsed = JSON.parse(readFileSync(path.join(import.meta.dirname, '../counties', county), 'utf8'))
  await loadCountyFile({ county: chat.county, vault: chat.vault, clock: chat.clock, account: SCRIPT_ACCOUNT }, parsed)
  await chat.moveTo(MORNING)
  chat.takeSaid()
  let count = 0

  return {
    clock: chat.clock,
    moveTo: chat.moveTo,
    /** Says a line and gives all that is answered to it. */
    async say({ from, text, group = false, name = from, id, at, quote }: Line) {
      count += 1
      await chat.hear({
        from,
        name,
        text,
        id: id ?? `bad-${count}`,
        at: at ?? chat.clock.now(),
        ...(group ? { room: ROOM } : {}),
        ...(quote === undefined ? {} : { quote }),
      })
      return chat.takeSaid()
    },
    /** What one of the staff asks of the API, meanwhile. */
    asStaff: (...asked: AskedOfStaff) => askAsStaff({ county: chat.county }, ...asked),
    stored: (collection: Collection) => documents(file, collection),
    async stop(): Promise<void> {
      await chat.stop()
      await rm(folder, { recursive: true })
    },
  }
}

type AskedOfStaff = Parameters<typeof askAsStaff> extends [unknown, ...infer Rest] ? Rest : never
export type ToldCounty = Awaited<ReturnType<typeof aToldCounty>>

export type Collection = 'staffTasks' | 'jobs' | 'people' | 'entries' | 'policies' | 'messages' | 'sessions'

/** As the database has it, read past the store; a collection without documents may have no table yet. */
function documents(file: string, collection: Collection): readonly string[] {
  const database = new DatabaseSync(file, { readOnly: true })
  const table = `${collection}$`
  const isThere = database.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(table) !== undefined
  const rows = isThere ? database.prepare(`SELECT json FROM "${table}" ORDER BY id`).all() : []
  database.close()
  return rows.map(({ json }) => String(json))
}
