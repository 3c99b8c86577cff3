import { afterAll, expect, it } from '@jest/globals'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { type Played, play } from './money/play.ts'
import { STORIES } from './money/stories.ts'
import type { Defect } from './planted/defect.ts'
import { DEFECTS } from './planted/defects.ts'

const store = openSqlite({ file: ':memory:' })
afterAll(() => store.close())

const LEAST_DEFECTS = 24

/** Which laws are broken, or what was thrown: a defect may make a right part say that something cannot be. */
async function noticed(played: Omit<Played, 'store'>): Promise<readonly string[]> {
  try {
    return (await play({ store, ...played })).broken.map(({ law }) => law)
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

/** A death at one moment after the other, until the defect shows. */
async function noticedWhenDying({ spoil, shows }: Defect): Promise<readonly string[]> {
  const { effects } = await play({ store, moves: STORIES[shows] })
  for (let after = 0; after < effects; after += 1) {
    const found = await noticed({ moves: STORIES[shows], spoil: spoil(), crashes: [{ after, done: true }] })
    if (found.length > 0) return found
  }
  return []
}

it('there are enough of them', () => {
  expect(Object.keys(DEFECTS).length).toBeGreaterThanOrEqual(LEAST_DEFECTS)
})

it.each(Object.entries(DEFECTS))('is noticed: %s', async (_name, defect) => {
  const { spoil, shows, when } = defect
  const processes = when === 'two processes' ? 2 : 1
  const found =
    when === 'a process dies' ? await noticedWhenDying(defect) : await noticed({ moves: STORIES[shows], spoil: spoil(), processes })
  expect(found).not.toEqual([])
})

it.each([...new Set(Object.values(DEFECTS).map(({ shows }) => shows))])(
  'nothing is noticed where nothing is planted: %s',
  async (shows) => {
    expect(await noticed({ moves: STORIES[shows] })).toEqual([])
    expect(await noticed({ moves: STORIES[shows], processes: 2 })).toEqual([])
  },
)
