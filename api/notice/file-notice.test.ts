import { describe, expect, it } from '@jest/globals'
import { asId } from '../core/id.ts'
import { anOpenJob, at, LIAO, NOW } from '../core/testing/builders.ts'
import { fileNotice } from './file-notice.ts'
import { aNoticeRoom, MARKET, TO_CAI, TO_LIAO } from './testing/notice-room.ts'

const NIGHT = at('2026-11-23T23:30:00+08:00')
const SIX = at('2026-11-24T06:00:00+08:00')
const opened = { kind: 'job-opened', to: MARKET } as const
const cancelled = { kind: 'job-cancelled', to: TO_LIAO, urgent: true } as const
const startingAt = (text: string) => anOpenJob({ terms: { startsAt: at(text), endsAt: at(text).add({ hours: 8 }) } })

describe('a notice', () => {
  it('is filed with ids and an amount, no name and no contact, and handed over', async () => {
    const { file, all, handed } = await aNoticeRoom()
    await file({ kind: 'confirmed-by-clock', to: TO_CAI, worker: LIAO, amountFen: 10_000 })
    const [notice] = await all()
    const told = { kind: 'confirmed-by-clock', person: 'cai', job: 'job-1', worker: 'liao', amountFen: 10_000 }
    expect(notice).toMatchObject({ ...told, state: 'waiting', sendAt: NOW })
    expect(handed).toEqual([notice?.id])
  })

  it('is filed once for a cause and a recipient, at whatever hour the cause is heard again', async () => {
    const { file, all, handed, clock } = await aNoticeRoom()
    await Promise.all([file(opened), file(opened)])
    clock.at = NIGHT
    await file(opened)
    expect(await all()).toMatchObject([{ sendAt: NOW }])
    expect(handed).toHaveLength(1)
  })

  it.each([
    ['another cause', opened, { cause: 'another' }],
    ['another kind', { ...opened, kind: 'job-filled' as const }, {}],
    ['another recipient', { kind: 'job-opened' as const, to: TO_CAI }, {}],
  ])('is another one for %s', async (_what, tell, how) => {
    const { file, all } = await aNoticeRoom()
    await file(opened)
    await file(tell, how)
    expect(await all()).toHaveLength(2)
  })

  it('about a job that is gone is none', async () => {
    const { file, all } = await aNoticeRoom()
    await file(opened, { job: 'gone' })
    expect(await all()).toEqual([])
  })
})

describe('at night', () => {
  it.each([
    ['waits until six', opened, startingAt('2026-11-24T07:00:00+08:00'), SIX],
    ['waits although the work began long ago', opened, startingAt('2026-11-23T09:00:00+08:00'), SIX],
    ['goes out for work before seven', opened, startingAt('2026-11-24T06:59:00+08:00'), NIGHT],
    ['goes out when it is urgent', cancelled, startingAt('2026-11-25T09:00:00+08:00'), NIGHT],
  ])('a notice %s', async (_what, tell, job, sendAt) => {
    const { file, all, handed, clock } = await aNoticeRoom(job)
    clock.at = NIGHT
    await file(tell)
    expect(await all()).toMatchObject([{ sendAt }])
    expect(handed).toHaveLength(sendAt === NIGHT ? 1 : 0)
  })

  it('a notice goes out where nobody sleeps', async () => {
    const room = await aNoticeRoom(startingAt('2026-11-25T09:00:00+08:00'))
    room.clock.at = NIGHT
    await fileNotice({ ...room, quietAtNight: false }, 'cause', asId<'job'>('job-1'), opened)
    expect(room.handed).toHaveLength(1)
  })
})
