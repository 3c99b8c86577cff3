import { describe, expect, it } from '@jest/globals'
import { noticeView } from '../contract/notice.contract.ts'
import { CHEN, LIAO, NOW } from '../core/testing/builders.ts'
import { granted } from '../core/testing/outcome.ts'
import { aNoticeRoom } from './testing/notice-room.ts'

const NIGHT = Temporal.Instant.from('2026-11-23T23:30:00+08:00')
const SIX = Temporal.Instant.from('2026-11-24T06:00:00+08:00')
const done = { kind: 'payout-done', person: LIAO, amountFen: 30_000, urgent: true } as const
const expired = { kind: 'payout-expired', person: LIAO, amountFen: 30_000 } as const

describe('a notice about somebody’s own money', () => {
  it('concerns no job, and is opened for him alone', async () => {
    const { fileOwn, all, open, handed } = await aNoticeRoom()
    await fileOwn(done)
    const [notice] = await all()
    expect(notice).toEqual({ ...notice, kind: 'payout-done', person: LIAO, amountFen: 30_000, state: 'waiting', sendAt: NOW })
    expect(notice).not.toHaveProperty('job')
    expect(handed).toEqual([notice?.id])
    const opened = granted(await open(notice?.id ?? ''))
    expect(noticeView.parse(opened)).toEqual({
      ...{ id: notice?.id, kind: 'payout-done', amountFen: 30_000, over: false },
      to: { contact: 'wx1/liao' },
    })
  })

  it('is filed once for its cause, and is over once it was sent', async () => {
    const { fileOwn, all, open, sent } = await aNoticeRoom()
    await Promise.all([fileOwn(done), fileOwn(done)])
    await fileOwn(done, 'another payout')
    expect(await all()).toHaveLength(2)
    const id = (await all())[0]?.id ?? ''
    await sent(id)
    expect(granted(await open(id))).toMatchObject({ over: true })
  })

  it('whom no chat reaches is told to nobody', async () => {
    const { fileOwn, all, open } = await aNoticeRoom()
    await fileOwn({ ...done, person: CHEN })
    expect(granted(await open((await all())[0]?.id ?? ''))).toMatchObject({ over: true })
  })

  it.each([
    ['goes out at night when somebody waits for it', done, NIGHT],
    ['waits for the morning else', expired, SIX],
  ])('%s', async (_what, tell, sendAt) => {
    const { fileOwn, all, clock } = await aNoticeRoom()
    clock.at = NIGHT
    await fileOwn(tell)
    expect(await all()).toMatchObject([{ sendAt }])
  })
})
