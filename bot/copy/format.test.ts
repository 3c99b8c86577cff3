import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { clip, dayText, lines, momentText, payText, short, yuan } from './format.ts'

const NOW = Temporal.Instant.from('2026-11-23T07:30:00+08:00')

const anInstant = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 1000, max: Date.UTC(2040, 0, 1) / 1000 })
  .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000))

describe('a moment', () => {
  it.each([
    ['2026-11-23T09:00:00+08:00', '今天(11月23日 周一) 09:00'],
    ['2026-11-24T07:00:00+08:00', '明天(11月24日 周二) 07:00'],
    ['2026-11-25T14:30:59+08:00', '后天(11月25日 周三) 14:30'],
    ['2026-11-26T00:00:00+08:00', '11月26日 周四 00:00'],
    ['2026-11-22T23:59:00+08:00', '11月22日 周日 23:59'],
    ['2027-01-01T00:00:00+08:00', '1月1日 周五 00:00'],
    ['2026-11-23T16:00:00Z', '明天(11月24日 周二) 00:00'],
  ])('%s is %s', (at, text) => {
    expect(momentText(at, NOW)).toBe(text)
  })

  it('has one style, whatever the moment and wherever the machine stands', () => {
    const style = /^(今天\(|明天\(|后天\()?(1[0-2]|[1-9])月(3[01]|[12]?\d)日 周[一二三四五六日]\)? ([01]\d|2[0-3]):[0-5]\d$/
    fc.assert(fc.property(anInstant, anInstant, (at, now) => style.test(momentText(at.toString(), now))))
  })

  it('says the right weekday of a day', () => {
    fc.assert(
      fc.property(anInstant, (at) => {
        const day = at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
        return dayText(day, NOW).includes(`周${'一二三四五六日'.charAt(day.dayOfWeek - 1)}`)
      }),
    )
  })
})

describe('money', () => {
  it.each([
    [0, '0元'],
    [100, '1元'],
    [10_000, '100元'],
    [18_050, '180.50元'],
    [1, '0.01元'],
    [10_000_000, '100000元'],
  ])('%i fen is %s', (amountFen, text) => {
    expect(yuan(amountFen)).toBe(text)
  })

  it('has one style and loses no fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (amountFen) => {
        const text = yuan(amountFen)
        expect(text).toMatch(/^(0|[1-9]\d*)(\.\d\d)?元$/)
        expect(Math.round(Number(text.slice(0, -1)) * 100)).toBe(amountFen)
      }),
    )
  })

  it.each([
    ['day', '180元/天'],
    ['hour', '180元/小时'],
    ['job', '180元/人'],
  ] as const)('by the %s is %s', (unit, text) => {
    expect(payText({ amountFen: 18_000, unit })).toBe(text)
  })
})

describe('words of a person', () => {
  it('are shortened to whole characters, with a sign that something is missing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 30 }), (text, characters) => {
        const shown = short(text, characters)
        expect([...shown].length).toBeLessThanOrEqual(characters)
        expect(shown.isWellFormed()).toBe(true)
        expect(shown.includes('\n')).toBe(false)
        if ([...text].length > characters) expect(shown.endsWith('…')).toBe(true)
      }),
    )
  })

  it('are cut without half an emoji', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.nat(40), (text, characters) => {
        const cut = clip(text, characters)
        expect(cut.length).toBeLessThanOrEqual(characters)
        expect(cut.isWellFormed()).toBe(true)
        expect(text.startsWith(cut)).toBe(true)
      }),
    )
  })
})

it('lines leave out what is not said', () => {
  expect(lines('one', false, undefined, null, 'two', '')).toBe('one\ntwo\n')
})
