import { describe, expect, it } from '@jest/globals'
import { premiumQuote } from '../contract/policy.contract.ts'
import { chatNumber } from '../core/chat-number.ts'
import type { Job } from '../core/job/job.ts'
import { coverPaid } from '../core/policy/insure-job.ts'
import { refuse } from '../core/result.ts'
import { anOpenJob, aTake, CAI, LIAO, NOW } from '../core/testing/builders.ts'
import { createPolicyRoutes } from './policy.routes.ts'

const PEOPLE = new Map([
  ['wx/cai', { id: CAI }],
  ['wx/liao', { id: LIAO }],
])

function county(begin: Job = anOpenJob({ terms: { seats: 10, days: 3, riskClass: 3 } })) {
  const state = { job: begin }
  const routes = createPolicyRoutes({
    jobByNumber: (number) => Promise.resolve(number === state.job.number ? state.job : undefined),
    async editJob(number, decide) {
      if (number !== state.job.number) return refuse('job-not-found')
      const decision = decide(state.job)
      if (!decision.ok) return decision
      state.job = decision.value.job
      return { ok: true, value: state.job }
    },
    ordersOf: async () => [],
    clock: { now: () => NOW },
    personOf: (contact) => Promise.resolve(PEOPLE.get(contact)),
  })
  const call = (number: string, contact: string) => ({
    params: { number },
    query: {},
    body: {},
    caller: { role: 'contact' as const, contact, key: 'message-1', county: '350428' },
  })
  return {
    state,
    quote: (contact = 'wx/cai', number: string = begin.number) => routes.quotePremium(call(number, contact)),
    insure: (contact = 'wx/cai', number: string = begin.number) => routes.insureJob(call(number, contact)),
  }
}

describe('insurance of a job', () => {
  it('is quoted for every seat and day, then booked', async () => {
    const { quote, insure, state } = county()
    const quoted = { riskClass: 3, premiumPerDayFen: 500, people: 10, days: 3, totalFen: 15_000 }
    expect(await quote()).toMatchObject({ ok: true, value: { ...quoted, booked: false } })
    const booked = await insure()
    expect(booked).toMatchObject({ ok: true, value: { ...quoted, booked: false, order: null } })
    expect(state.job.coverAskedAt).toEqual(NOW)
    expect(premiumQuote.safeParse(booked.ok ? booked.value : undefined).success).toBe(true)
    state.job = coverPaid(state.job, { now: NOW }).job
    expect(await quote()).toMatchObject({ value: { booked: true } })
  })

  it.each([
    ['a stranger', 'wx/stranger', anOpenJob(), 'not-registered'],
    ['a worker', 'wx/liao', anOpenJob(), 'not-your-job'],
    ['class 6', 'wx/cai', anOpenJob({ terms: { riskClass: 6 } }), 'trade-uninsurable'],
    ['a job that is over', 'wx/cai', anOpenJob({ state: 'settled' }), 'job-over'],
  ])('is refused to %s', async (_what, contact, job, refusal) => {
    const { quote, insure } = county(job)
    expect([await quote(contact), await insure(contact)]).toMatchObject([{ refusal }, { refusal }])
  })

  it.each([chatNumber(5000), '10240', '0000'])('is refused for %s, which is no job', async (number) => {
    const { quote, insure } = county(anOpenJob())
    expect([await quote('wx/cai', number), await insure('wx/cai', number)]).toMatchObject([
      { refusal: 'job-not-found' },
      { refusal: 'job-not-found' },
    ])
  })

  it('is refused a second time and once somebody works', async () => {
    const { insure } = county()
    const insured = county(anOpenJob({ insuredAt: NOW }))
    expect(await insured.insure()).toMatchObject({ refusal: 'already-insured' })
    await insure()
    expect(await insure()).toMatchObject({ ok: true, value: { booked: false } })
    const working = county(anOpenJob({ state: 'working', takes: [aTake({ state: 'started', startedAt: NOW })] }))
    expect(await working.insure()).toMatchObject({ refusal: 'too-late-to-insure' })
  })
})
