import { describe, expect, it } from '@jest/globals'
import { noticeView } from '../contract/notice.contract.ts'
import { asId } from '../core/id.ts'
import type { Job } from '../core/job/job.ts'
import type { NoticeKind } from '../core/notice/notice-kind.ts'
import { refuse } from '../core/result.ts'
import { anOpenJob, aTake, CHEN, LIAO } from '../core/testing/builders.ts'
import { aNoticeRoom, MARKET, TO_CAI, TO_CHEN, TO_LIAO } from './testing/notice-room.ts'

const liaos = (state: Parameters<typeof aTake>[0] = {}) => anOpenJob({ takes: [aTake(state)] })

describe('an opened notice', () => {
  it('says to whom, what and about which job, as the recipient may see it', async () => {
    const { file, opened } = await aNoticeRoom(liaos())
    await file({ kind: 'worker-took', to: TO_CAI, worker: LIAO })
    const notice = await opened()
    expect(noticeView.parse(notice)).toMatchObject({ kind: 'worker-took', to: { contact: 'wx1/cai' }, over: false, workerName: 'liao*' })
    expect(notice.job).toMatchObject({ isEmployer: true, startCode: '4821', takes: [{ workerName: 'liao*' }] })
  })

  it('for the market tells of nobody who took and of no code', async () => {
    const { file, opened } = await aNoticeRoom(liaos())
    await file({ kind: 'job-opened', to: MARKET })
    const { to, workerName, job } = await opened()
    expect([to, workerName, job.takes, job.startCode, job.mine]).toEqual([MARKET, null, [], null, null])
  })

  it('tells a worker of the own seat only', async () => {
    const chens = aTake({ id: asId<'take'>('take-2'), worker: CHEN })
    const { file, opened } = await aNoticeRoom(anOpenJob({ takes: [aTake(), chens] }))
    await file({ kind: 'pay-arrived', to: TO_LIAO, amountFen: 10_000 })
    const { to, amountFen, job } = await opened()
    expect([to, amountFen, job.takes, job.mine?.workerName]).toEqual([{ contact: 'wx1/liao' }, 10_000, [], 'liao*'])
  })

  it.each([
    ['its employer', TO_CAI, LIAO, 'take-1'],
    ['its employer, the other one', TO_CAI, CHEN, 'take-2'],
    ['whoever holds it', TO_LIAO, LIAO, 'take-1'],
    ['a worker, of somebody else’s', TO_LIAO, CHEN, undefined],
    ['the market', MARKET, LIAO, undefined],
  ])('shows the seat it is about to %s', async (_who, to, worker, take) => {
    const chens = aTake({ id: asId<'take'>('take-2'), worker: CHEN })
    const { file, opened } = await aNoticeRoom(anOpenJob({ takes: [aTake(), chens] }))
    await file({ kind: 'work-finished', to, worker })
    expect((await opened()).seat?.take).toBe(take)
  })

  it('for a person whom no chat reaches is over', async () => {
    const { file, opened } = await aNoticeRoom()
    await file({ kind: 'pay-arrived', to: TO_CHEN, amountFen: 10_000 })
    expect(await opened()).toMatchObject({ over: true })
  })

  it.each(['', 'nobody', '{"$gt":""}', 'x'.repeat(100)])('of the id %p is none', async (id) => {
    const { open, sent } = await aNoticeRoom()
    expect([await open(id), await sent(id)]).toEqual([refuse('not-found'), refuse('not-found')])
  })
})

describe('a notice that was sent', () => {
  it('is over, however often it is said', async () => {
    const { file, all, opened, sent, store } = await aNoticeRoom()
    await file({ kind: 'job-opened', to: MARKET })
    const id = (await all())[0]?.id ?? ''
    await sent(id)
    store.reset()
    expect(await sent(id)).toEqual({ ok: true, value: { id } })
    expect(store.counts().writes).toBe(0)
    expect(await opened()).toMatchObject({ over: true })
  })
})

describe('what the night has overtaken', () => {
  const START = anOpenJob().terms.startsAt
  const END = anOpenJob().terms.endsAt
  const isOver = async (kind: NoticeKind, job: Job, now = START) => {
    const { file, opened, clock } = await aNoticeRoom(job)
    await file({ kind, to: kind.startsWith('job-') && kind !== 'job-ready' ? MARKET : TO_CAI, worker: LIAO })
    clock.at = now
    return (await opened()).over
  }
  const filled = anOpenJob({ state: 'filled', takes: [aTake()] })

  it.each<[NoticeKind, string, Job, boolean]>([
    ['job-opened', 'is still open', anOpenJob(), false],
    ['job-opened', 'is full', filled, true],
    ['job-opened', 'was cancelled', anOpenJob({ state: 'cancelled' }), true],
    ['job-reopened', 'is still open', anOpenJob(), false],
    ['job-reopened', 'is full again', filled, true],
    ['job-filled', 'is still full', filled, false],
    ['job-filled', 'is open again', anOpenJob(), true],
    ['job-ready', 'is still full', filled, false],
    ['job-ready', 'is at work', anOpenJob({ state: 'working', takes: [aTake({ state: 'started' })] }), false],
    ['job-ready', 'is open again', anOpenJob(), true],
    ['worker-took', 'has that worker', liaos(), false],
    ['worker-took', 'has lost that worker', liaos({ state: 'cancelled' }), true],
    ['worker-left', 'is without that worker', liaos({ state: 'cancelled' }), false],
    ['worker-left', 'has that worker again', liaos(), true],
    ['confirm-reminder', 'waits for a word', anOpenJob({ state: 'working', takes: [aTake({ state: 'finished' })] }), false],
    ['confirm-reminder', 'was confirmed', anOpenJob({ state: 'done', takes: [aTake({ state: 'confirmed' })] }), true],
    ['job-withdrawn', 'is withdrawn', anOpenJob({ state: 'cancelled' }), false],
  ])('%s of a job that %s', async (kind, _how, job, over) => {
    expect(await isOver(kind, job)).toBe(over)
  })

  it.each<[NoticeKind, Temporal.Instant, boolean]>([
    ['job-opened', END.subtract({ milliseconds: 1 }), false],
    ['job-opened', END, true],
    ['job-reopened', END, true],
    ['worker-took', END, false],
  ])('%s at %s', async (kind, now, over) => {
    expect(await isOver(kind, liaos(), now)).toBe(over)
  })
})
