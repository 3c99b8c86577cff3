import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { say } from '../copy/sayings.ts'
import { aJobView, aTakeView } from '../copy/testing/sample-job.ts'
import { replyText, withinBytes } from './reply-text.ts'

const NOW = Temporal.Instant.from('2026-11-23T07:30:00+08:00')
const BYTES = 2048

/** As long as a job may be said. */
const LONG = aJobView({
  number: '12345678',
  trade: '家具安装',
  content: '搬'.repeat(300),
  seats: 500,
  seatsLeft: 0,
  pay: { amountFen: 10_000_000, unit: 'hour' },
  payPerTakeFen: 10_000_000,
  totalFen: 5_000_000_000,
  endsAt: '2027-01-24T07:00:00+08:00',
  days: 60,
  place: '路'.repeat(60),
  licences: ['高处作业证', '电工证'],
  perks: ['包吃', '包住', '包接送'],
  employerName: '欧阳*',
  employerRepute: null,
  employerType: 'company',
  companyName: '果'.repeat(60),
  isEmployer: true,
  takes: Array.from({ length: 500 }, (_, index) => aTakeView({ take: `take-${index}` })),
  startCode: '4821',
})
const FIVE = [LONG, LONG, LONG, LONG, LONG]

describe('the longest replies', () => {
  it.each([
    ['a list', say('jobs', { jobs: FIVE, more: true }), '回「更多」看下面的。'],
    ['a job', say('detail', { job: LONG }), '不招了回「撤单12345678」。'],
    ['orders', say('orders', { posted: FIVE, taken: FIVE, isCut: true }), '回「看」加号码看详情。'],
    ['a choice', say('whichJob', { jobs: FIVE }), ''],
    [
      'a bill',
      say('askConfirmWork', { job: { ...LONG, takes: LONG.takes.map((take) => ({ ...take, state: 'finished' as const })) } }),
      '谁不一样就说，比如「陈小旺80 迟到2小时，其他100」。',
    ],
    ['a grab', say('took', { job: LONG, minutes: 1 }), '1分钟内可回「撤销」。'],
    ['a question', say('askCancelJob', { job: LONG, quote: { people: 500, perSeatFen: 3000, returnsFen: 1 } }), '不撤回「算了」。'],
  ])('%s fits and says to the end what to send next', (_what, saying, ending) => {
    const text = replyText({ saying }, NOW)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(BYTES)
    expect(text.endsWith(ending)).toBe(true)
  })
})

describe('a reply', () => {
  it('is cut at a line when it is too long all the same, and never in the middle of a character', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 })), fc.integer({ min: 8, max: 400 }), (texts, bytes) => {
        const cut = withinBytes(texts.join('\n'), bytes)
        expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(bytes)
        expect(cut.isWellFormed()).toBe(true)
      }),
    )
  })

  it('leads in the question that is gone back to', () => {
    expect(replyText({ saying: say('askPhone'), lead: say('backToRegister') }, NOW)).toBe('接着登记。\n手机号是多少？')
  })
})
