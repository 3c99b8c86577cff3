import { describe, expect, it } from '@jest/globals'
import { LIMIT } from '../core/limit.ts'
import { at, NOW } from '../core/testing/builders.ts'
import { aNoticeRoom, MARKET, TO_CAI } from './testing/notice-room.ts'
import { createHandWaiting, nextWaiting } from './waiting-notices.ts'

const NIGHT = at('2026-11-23T23:30:00+08:00')
const SIX = at('2026-11-24T06:00:00+08:00')
const tell = { kind: 'job-opened', to: MARKET } as const

async function aRoom() {
  const room = await aNoticeRoom()
  const handWaiting = createHandWaiting(room)
  return {
    ...room,
    fileMany: async (count: number, from = 0) => {
      for (let n = from; n < from + count; n += 1) await room.file(tell, { cause: `cause-${n}` })
      room.handed.length = 0
    },
    sweep: (olderThanSeconds = 0) => handWaiting({ olderThanSeconds }),
    next: () => nextWaiting(room),
  }
}

describe('what waits', () => {
  it('for the morning is handed over at six, once it was sent no more', async () => {
    const { file, all, sweep, handed, clock, sent, next } = await aRoom()
    clock.at = NIGHT
    await file({ ...tell, to: TO_CAI })
    const id = (await all())[0]?.id ?? ''
    await sweep()
    expect([handed, await next()]).toEqual([[], SIX])
    clock.at = SIX
    await sweep()
    expect(handed).toEqual([id])
    await sent(id)
    await sweep()
    expect([handed, await next()]).toEqual([[id], undefined])
  })

  it("is told in the order of a job's life, whatever the night held back first", async () => {
    const { file, all, sweep, handed, clock } = await aRoom()
    clock.at = NIGHT
    for (const kind of ['job-expired', 'worker-missed', 'worker-took'] as const) await file({ kind, to: TO_CAI }, { cause: kind })
    const kinds = new Map((await all()).map(({ id, kind }) => [id, kind]))
    clock.at = SIX
    await sweep()
    expect(handed.map((id) => kinds.get(id))).toEqual(['worker-took', 'worker-missed', 'job-expired'])
  })

  it('is left for a while to whoever filed it', async () => {
    const { fileMany, sweep, handed, clock } = await aRoom()
    await fileMany(1)
    clock.at = NOW.add({ milliseconds: 4999 })
    await sweep(5)
    expect(handed).toHaveLength(0)
    clock.at = NOW.add({ seconds: 5 })
    await sweep(5)
    expect(handed).toHaveLength(1)
  })

  it('is handed over again as long as nobody says it was sent', async () => {
    const { fileMany, sweep, handed } = await aRoom()
    await fileMany(1)
    await sweep()
    await sweep()
    expect(handed).toHaveLength(2)
  })

  it('and cannot be sent never stands before the rest', async () => {
    const { fileMany, sweep, handed, clock } = await aRoom()
    await fileMany(LIMIT.pageSize + 50)
    clock.at = NOW.add({ minutes: 1 })
    await fileMany(1, 1000)
    await sweep()
    expect(handed).toHaveLength(LIMIT.pageSize)
    await sweep()
    expect(new Set(handed).size).toBe(LIMIT.pageSize + 51)
    await sweep()
    expect(handed).toHaveLength(2 * LIMIT.pageSize + 51)
  })

  it('until tomorrow does not stop the round', async () => {
    const { file, fileMany, sweep, handed, clock } = await aRoom()
    await fileMany(1)
    clock.at = NIGHT
    await file(tell, { cause: 'night' })
    for (let n = 0; n < 3; n += 1) await sweep()
    expect([handed.length, new Set(handed).size]).toEqual([3, 1])
  })
})
