import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { OPENING_PURPOSES } from '@linggong/api/core/audit/audited.ts'
import type { PersonId } from '@linggong/api/core/id.ts'
import { LIMIT } from '@linggong/api/core/limit.ts'
import { PERSONAL_FIELDS } from '@linggong/api/core/person/personal-data.ts'
import { createOpenPersonalData } from '@linggong/api/person/open-personal-data.ts'
import { people } from '@linggong/api/person/person.collection.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { aCounty, sameRing } from '../kit/a-county.ts'
import { LIVED, liveALife, takeAllOut } from '../kit/a-life.ts'
import { allDocuments } from '../kit/all-documents.ts'
import { filesIn } from './kit/leaks.ts'
import { tracesIn, tracesOf } from './kit/traces.ts'

const YEARS_KEPT = { hours: (3 * 366 + 3) * 24 }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'linggong-erased-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A worker lives, leaves and is forgotten; the county has stopped when it is over. */
async function leftFrom({ works, afterwards = { hours: 1 } }: { works: boolean; afterwards?: { hours?: number } }) {
  const file = path.join(folder, 'county.sqlite')
  const town = await aCounty({ store: openSqlite({ file }), ring: sameRing() })
  const { store, county } = town.county
  const pass = async (time: { seconds?: number; hours?: number }) => {
    town.clock.at = town.clock.at.add(time)
    await town.county.sweep({ leaveSeconds: 0 })
    await town.settle()
  }
  const { id } = await liveALife(town, { works })
  if (works) await takeAllOut(town)
  const traces = tracesOf(town.ports.vault, (await store.get(people, county, id))?.key ?? '')
  const before = filesIn(folder).flatMap(([, bytes]) => tracesIn(bytes, traces))
  await town.county.client.eraseMe({ body: { confirmed: true } }, { contact: LIVED.contact, key: 'erase' })
  await pass({ seconds: LIMIT.leavingSeconds })
  await pass(afterwards)
  const opened = await purposesThatOpen(town, id)
  await town.stop()
  const documents = await allDocuments(['sqlite', file, ''])
  const bytes = filesIn(folder).flatMap(([name, found]) => tracesIn(found, traces).map((trace) => `${name}: ${trace}`))
  /** Whose documents hold something that a person's own key had sealed. */
  const sealed = documents.filter((json) => json.includes(id) && json.includes('"v1.'))
  return { before, bytes, opened, sealed: sealed.map((json) => JSON.parse(json).until !== undefined) }
}

/** What his name can still be opened for. */
async function purposesThatOpen({ county: { store, county }, ports }: Awaited<ReturnType<typeof aCounty>>, id: PersonId) {
  const open = createOpenPersonalData({ store, vault: ports.vault, county, audit: async () => undefined as never })
  const actor = { role: 'system', id: 'test' } as const
  const all = OPENING_PURPOSES.map(async (purpose) => {
    const found = await open({ key: purpose, actor, purpose, people: [id], fields: PERSONAL_FIELDS })
    return found.get(id)?.name === LIVED.name ? [purpose] : []
  })
  return (await Promise.all(all)).flat()
}

describe('of somebody who was forgotten', () => {
  it('nothing stands in any byte of the database, and nothing opens', async () => {
    const { before, bytes, opened, sealed } = await leftFrom({ works: false })
    expect(new Set(before)).toEqual(
      new Set(['key', 'index of the number', 'index of the contact', 'index of the account', 'guesses 0', 'guesses 1', 'guesses 2']),
    )
    expect({ bytes, opened, sealed }).toEqual({ bytes: [], opened: [], sealed: [] })
  })

  it('opens what the wage ledger has to say, for the files that the law asks for and for nothing else', async () => {
    const { bytes, opened, sealed } = await leftFrom({ works: true })
    expect({ bytes, opened, sealed }).toEqual({
      bytes: [],
      opened: ['wage-ledger', 'platform-identity', 'platform-income'],
      sealed: [true],
    })
  })

  it('nothing opens any more when the years of the law are over', async () => {
    expect(await leftFrom({ works: true, afterwards: YEARS_KEPT })).toMatchObject({ bytes: [], opened: [], sealed: [] })
  })
})
