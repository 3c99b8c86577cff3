import { describe, expect, it } from '@jest/globals'
import type { DomainEvent } from '../event.ts'
import { cancelJob } from '../job/cancel-job.ts'
import { closeJob, closesAt } from '../job/close-job.ts'
import { expireJob, expiresAt } from '../job/expire-job.ts'
import { fundJob, publishJob } from '../job/publish-job.ts'
import { fen } from '../money.ts'
import { accept } from '../result.ts'
import { confirmByClock, confirmWork } from '../take/confirm-work.ts'
import { finishWork } from '../take/finish-work.ts'
import { handBack, undoTake } from '../take/give-up.ts'
import { markPaid } from '../take/mark-paid.ts'
import { startWork } from '../take/start-work.ts'
import { takeJob } from '../take/take-job.ts'
import { aJob, anOpenJob, aTake, CAI, LATE_RULE, LIAO, NOW } from '../testing/builders.ts'
import { granted } from '../testing/outcome.ts'
import { NOTICE_KINDS } from './notice-kind.ts'
import { EVENTS_TOLD, noticesOf } from './notices.ts'

const oneSeat = (about: Parameters<typeof anOpenJob>[0] = {}) => anOpenJob({ ...about, terms: { seats: 1 } })
const withTake = (state: Parameters<typeof aTake>[0] = {}) => [aTake(state)]
const grab = { take: aTake().id, worker: LIAO, now: NOW, birthDay: Temporal.PlainDate.from('1980-01-01'), licences: [], busy: [] }
const START = aJob().terms.startsAt
const END = aJob().terms.endsAt
const [toCai, toLiao, toMarket] = [{ person: CAI }, { person: LIAO }, { market: true }]
const worker = LIAO
const amountFen = 10_000
const urgent = true

const finishedJob = anOpenJob({ state: 'working', takes: withTake({ state: 'finished' }) })
const ofConfirmed = anOpenJob({ state: 'done', takes: withTake({ state: 'confirmed' }) })

describe('who is told what', () => {
  it.each([
    ['publishing', publishJob(aJob(), { employer: CAI, now: NOW }), []],
    [
      'the money of a job',
      accept(fundJob(aJob({ state: 'unpaid' }), { now: NOW })),
      [
        { kind: 'job-opened', to: toMarket },
        { kind: 'job-paid', to: toCai, amountFen: 30_000, urgent },
      ],
    ],
    ['publishing on credit', publishJob(aJob(), { employer: CAI, now: NOW, funding: 'credit' }), [{ kind: 'job-opened', to: toMarket }]],
    ['a take', takeJob(anOpenJob(), grab), [{ kind: 'worker-took', to: toCai, worker }]],
    [
      'the last take',
      takeJob(oneSeat(), grab),
      [
        { kind: 'worker-took', to: toCai, worker },
        { kind: 'job-filled', to: toMarket },
        { kind: 'job-ready', to: toCai },
      ],
    ],
    ['an undone take', undoTake(anOpenJob({ takes: withTake() }), { worker, now: NOW }), [{ kind: 'worker-left', to: toCai, worker }]],
    [
      'a seat handed back',
      handBack(oneSeat({ state: 'filled', takes: withTake() }), { worker, now: NOW }),
      [
        { kind: 'worker-left', to: toCai, worker, urgent },
        { kind: 'job-reopened', to: toMarket },
      ],
    ],
    [
      'a cancelled job',
      cancelJob(anOpenJob({ takes: withTake() }), { employer: CAI, rule: LATE_RULE, now: NOW }),
      [
        { kind: 'job-cancelled', to: toLiao, urgent, amountFen: 3000 },
        { kind: 'job-withdrawn', to: toMarket },
      ],
    ],
    [
      'a start',
      startWork(anOpenJob({ takes: withTake() }), { worker, code: '4821', now: START }),
      [{ kind: 'work-started', to: toCai, worker, urgent }],
    ],
    [
      'a finish',
      finishWork(anOpenJob({ state: 'working', takes: withTake({ state: 'started' }) }), { worker, now: END }),
      [{ kind: 'work-finished', to: toCai, worker, urgent }],
    ],
    ['the employer’s own confirmation, which he knows of', confirmWork(finishedJob, { employer: CAI, now: END }), []],
    [
      'a confirmation by the clock',
      confirmByClock(finishedJob, { take: aTake().id, now: END }),
      [{ kind: 'confirmed-by-clock', to: toCai, worker, amountFen }],
    ],
    [
      'pay',
      markPaid(ofConfirmed, { take: aTake().id, now: END }),
      [
        { kind: 'pay-arrived', to: toLiao, amountFen, urgent },
        { kind: 'job-settled', to: toCai },
      ],
    ],
    [
      'pay from which tax was withheld, of which the rest has come',
      markPaid(ofConfirmed, { take: aTake().id, now: END, taxFen: fen(1_600) }),
      [
        { kind: 'pay-arrived', to: toLiao, amountFen: amountFen - 1_600, urgent },
        { kind: 'job-settled', to: toCai },
      ],
    ],
    ['a job nobody wanted', expireJob(anOpenJob(), { now: expiresAt(aJob()) }), [{ kind: 'job-expired', to: toCai }]],
    [
      'a seat nobody came to',
      closeJob(anOpenJob({ takes: withTake() }), { now: closesAt(aJob()) }),
      [
        { kind: 'take-missed', to: toLiao },
        { kind: 'worker-missed', to: toCai, worker },
        { kind: 'job-expired', to: toCai },
      ],
    ],
  ])('after %s', (_what, decision, expected) => {
    expect(granted(decision).events.flatMap((event) => noticesOf(event))).toEqual(expected)
  })

  it('nobody, after what is none of anybody’s business', () => {
    const facts = { person: LIAO, roles: [], township: '', ageBand: 0 } as const
    const registered: DomainEvent = { id: 'p', type: 'personRegistered', county: '350428', at: NOW, demo: false, facts }
    expect(noticesOf(registered)).toEqual([])
    expect(EVENTS_TOLD).not.toContain('personRegistered')
  })

  it('by a kind there is a sentence for', () => {
    const told = granted(closeJob(anOpenJob({ takes: withTake() }), { now: closesAt(aJob()) })).events.flatMap((event) => noticesOf(event))
    for (const { kind } of told) expect(NOTICE_KINDS).toContain(kind)
  })
})

it('the market never hears who: what it is told holds no person', () => {
  const everything = [
    accept(fundJob(aJob({ state: 'unpaid' }), { now: NOW })),
    takeJob(oneSeat(), grab),
    handBack(oneSeat({ state: 'filled', takes: withTake() }), { worker, now: NOW }),
    cancelJob(anOpenJob({ takes: withTake() }), { employer: CAI, rule: LATE_RULE, now: NOW }),
  ].flatMap((decision) => granted(decision).events.flatMap((event) => noticesOf(event)))
  const toGroups = everything.filter(({ to }) => 'market' in to)
  expect(toGroups).toHaveLength(4)
  for (const tell of toGroups) expect([tell.worker, tell.amountFen]).toEqual([undefined, undefined])
})
