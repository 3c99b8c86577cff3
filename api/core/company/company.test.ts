import { describe, expect, it } from '@jest/globals'
import { LIMIT } from '../limit.ts'
import { refuse } from '../result.ts'
import { at, CAI, CHEN, LIAO, NOW } from '../testing/builders.ts'
import {
  addRepresentative,
  type Company,
  HALF_YEARLY,
  reviewCompany,
  type Standing,
  sendAgain,
  whyNotPublish,
  withoutRepresentative,
} from './company.ts'
import { type CreditCode, readCreditCode } from './credit-code.ts'
import { aCreditCode } from './testing/credit-codes.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const code = readCreditCode(aCreditCode())
const approved: Standing = { state: 'approved', reviewedBy: 'hall', reviewedAt: NOW, checkOn: day('2027-05-23') }
const rejected: Standing = { state: 'rejected', reviewedBy: 'hall', reviewedAt: NOW, reason: '照片不清' }

const aCompany = (about: Partial<Company> = {}): Company => ({
  id: 'company-1',
  name: '清语果业有限公司',
  creditCode: (code.ok ? code.value : '') as CreditCode, // the builder's codes are right
  kind: 'company',
  representatives: [{ person: CAI, addedBy: CAI, addedAt: NOW }],
  sentBy: CAI,
  sentAt: NOW,
  isSentAgain: false,
  looks: 0,
  standing: { state: 'waiting' },
  ...about,
})

describe('a look at a company', () => {
  const look = (company: Company, about: object = {}) =>
    reviewCompany(company, { decision: 'approve' }, { by: 'hall', at: NOW, periods: HALF_YEARLY, ...about })

  it('lets it publish for half a year', () => {
    expect(look(aCompany())).toMatchObject({ ok: true, value: { looks: 1, standing: { state: 'approved', checkOn: day('2027-05-23') } } })
  })

  it('comes again as often as the county says', () => {
    const periods = { ...HALF_YEARLY, everyMonths: 3 }
    expect(look(aCompany(), { periods })).toMatchObject({ value: { standing: { checkOn: day('2027-02-23') } } })
  })

  it.each([
    ['the one who sent it', aCompany({ sentBy: 'hall' }), refuse('own-review')],
    ['anybody, of what was rejected and not sent again', aCompany({ standing: rejected }), refuse('company-reviewed')],
  ])('is refused to %s', (_who, company, refusal) => expect(look(company)).toEqual(refusal))

  it.each([
    ['at what was approved', aCompany({ standing: approved, looks: 1 })],
    ['at what was rejected and sent again', aCompany({ standing: rejected, isSentAgain: true, looks: 1 })],
  ])('may be a further one %s', (_what, company) => {
    expect(look(company)).toMatchObject({ ok: true, value: { looks: 2, isSentAgain: false, standing: { state: 'approved' } } })
  })

  it('may take back what was approved', () => {
    const taken = reviewCompany(
      aCompany({ standing: approved }),
      { decision: 'reject', reason: '已注销' },
      { by: 'hall', at: NOW, periods: HALF_YEARLY },
    )
    expect(taken).toMatchObject({ value: { standing: { state: 'rejected', reason: '已注销' } } })
    expect(taken.ok && 'checkOn' in taken.value.standing).toBe(false)
  })
})

describe('publishing for a company', () => {
  const no = (company: Company, when = '2026-11-23', person = CAI) =>
    whyNotPublish(company, { person, now: at(`${when}T12:00:00+08:00`), periods: HALF_YEARLY })

  it.each([
    ['on the day of the look', '2026-11-23', undefined],
    ['the day before the next', '2027-05-22', undefined],
    ['on the day of the next', '2027-05-23', undefined],
    ['on the last day of grace', '2027-06-06', undefined],
    ['the day after', '2027-06-07', refuse('company-check-over', { checkOn: '2027-05-23' })],
  ])('%s', (_when, when, refusal) => expect(no(aCompany({ standing: approved }), when)).toEqual(refusal))

  it.each([
    ['while it waits', aCompany(), CAI, 'company-not-approved'],
    ['when it was rejected', aCompany({ standing: rejected }), CAI, 'company-not-approved'],
    ['by somebody else', aCompany({ standing: approved }), LIAO, 'not-a-representative'],
  ])('is refused %s', (_when, company, person, refusal) => expect(no(company, '2026-11-23', person)?.refusal).toBe(refusal))
})

describe('a company that is sent once more', () => {
  const send = (company: Company, person = CAI) => sendAgain(company, { by: person, at: NOW, person, name: '新名字' })

  it.each([
    ['waiting', aCompany(), false],
    ['approved', aCompany({ standing: approved }), true],
    ['rejected', aCompany({ standing: rejected }), true],
  ])('by its representative waits for a look: it was %s', (_state, company, isSentAgain) => {
    expect(send(company)).toMatchObject({ ok: true, value: { name: '新名字', isSentAgain, standing: company.standing } })
  })

  it('by a stranger is refused, but where it was rejected it is his then', () => {
    expect(send(aCompany(), LIAO)).toEqual(refuse('company-known'))
    expect(send(aCompany({ standing: approved }), LIAO)).toEqual(refuse('company-known'))
    expect(send(aCompany({ standing: rejected }), LIAO)).toMatchObject({ value: { representatives: [{ person: LIAO }] } })
  })
})

describe('who speaks for it', () => {
  const added = { person: LIAO, addedBy: CAI, addedAt: NOW }

  it('is added once', () => {
    const one = addRepresentative(aCompany(), added)
    expect(one).toMatchObject({ value: { representatives: [{ person: CAI }, { person: LIAO }] } })
    expect(one.ok && addRepresentative(one.value, added)).toMatchObject({ value: { representatives: { length: 2 } } })
  })

  it('is one of a bounded number', () => {
    const representatives = Array.from({ length: LIMIT.representativesPerCompany }, () => ({ ...added, person: CHEN }))
    expect(addRepresentative(aCompany({ representatives }), added)).toEqual(refuse('too-many-representatives'))
  })

  it('is no more once taken out, and the next is the first', () => {
    const two = aCompany({ representatives: [...aCompany().representatives, added] })
    expect(withoutRepresentative(two, CAI).representatives).toEqual([added])
  })
})
