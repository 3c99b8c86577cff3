import { describe, expect, it } from '@jest/globals'
import type { JobDraft } from '../understanding.ts'
import { createAnswers } from './answers.ts'

const { readSlot, applyEdit } = createAnswers({
  trades: [{ name: '拆除', aliases: ['拆墙'], licence: null }],
  townships: [{ name: '高唐镇', villages: ['常口村'] }],
})
const NOW = Temporal.ZonedDateTime.from('2026-11-23T07:30[Asia/Shanghai]')

const DRAFT: JobDraft = {
  trade: '搬运',
  headcount: 3,
  pay: { amountFen: 10_000, unit: 'day' },
  start: '2026-11-24T07:00:00+08:00',
  end: null,
  place: '县政府对面',
  certs: [],
  perks: [],
  insurance: null,
  phone: null,
}

describe('the answer to a question', () => {
  it.each([
    ['3个', 3],
    ['俩', 2],
    ['5', 5],
    ['十来个', 'unsure'],
    ['三五个', 'unsure'],
  ])('how many: %s', (text, value) => expect(readSlot('headcount', text, NOW)).toBe(value))

  it.each([
    ['一百八', 18_000],
    ['两百五', 25_000],
    ['200快', 20_000],
  ])('how much: %s', (text, amountFen) => expect(readSlot('pay', text, NOW)).toEqual({ amountFen, unit: 'day' }))

  it.each([
    ['明早七点', '2026-11-24T07:00:00+08:00'],
    ['昨天', 'past'],
    ['后晌', 'unsure'],
  ])('when: %s', (text, value) => expect(readSlot('start', text, NOW)).toBe(value))

  it('where, what and how long', () => {
    expect(readSlot('place', '在常口村', NOW)).toBe('常口村')
    expect(readSlot('place', '不知道', NOW)).toBe('unsure')
    expect(readSlot('trade', '拆墙', NOW)).toBe('拆除')
    expect(readSlot('hours', '两个半小时', NOW)).toBe(150)
  })
})

describe('an edit of the card', () => {
  it.each([
    ['改人数5', { headcount: 5 }],
    ['人数加2', { headcount: 5 }],
    ['改成八点', { start: '2026-11-24T08:00:00+08:00' }],
    ['改时间后天', { start: '2026-11-25T07:00:00+08:00' }],
    ['工钱加20', { pay: { amountFen: 12_000, unit: 'day' } }],
    ['工资改成25一小时', { pay: { amountFen: 2500, unit: 'hour' } }],
    ['地点改成常口村', { place: '常口村' }],
  ])('%s', (text, change) => {
    expect(applyEdit(DRAFT, text, NOW)).toMatchObject({ ok: true, draft: { ...DRAFT, ...change } })
  })

  it('guesses nothing', () => {
    expect(applyEdit(DRAFT, '改成那个', NOW)).toEqual({ ok: false, why: 'unsure' })
    expect(applyEdit(DRAFT, '昨天铺路 六个人分了一千二 累趴了', NOW)).toEqual({ ok: false, why: 'unsure' })
    expect(applyEdit(DRAFT, '改成昨天', NOW)).toEqual({ ok: false, why: 'past' })
  })
})
