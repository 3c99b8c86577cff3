import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readIdNumber } from './id-number.ts'
import { anIdNumber } from './testing/id-numbers.ts'

const TODAY = Temporal.PlainDate.from('2026-11-23')
const read = (typed: string) => readIdNumber(typed, TODAY)
const refused = (fault: string) => ({ ok: false, refusal: 'id-number-invalid', facts: { fault } })

describe('an ID number', () => {
  it.each([
    // Printed in GB 11643—1999.
    ['an example of the standard', '11010519491231002X', '11010519491231002X', '1949-12-31'],
    ['one of the county', '350428198001010011', '350428198001010011', '1980-01-01'],
    ['a lower-case x', '11010519491231002x', '11010519491231002X', '1949-12-31'],
    ['a full-width ｘ', '11010519491231002ｘ', '11010519491231002X', '1949-12-31'],
    ['full-width digits', '３５０４２８１９８００１０１００１１', '350428198001010011', '1980-01-01'],
    ['groups', ' 350428 1980 0101\t0011\n', '350428198001010011', '1980-01-01'],
    ['a leap day', anIdNumber('20080229'), anIdNumber('20080229'), '2008-02-29'],
    [
      'a residence permit of Hong Kong',
      anIdNumber('19800101', { region: '810000' }),
      anIdNumber('19800101', { region: '810000' }),
      '1980-01-01',
    ],
    ['a city without districts', anIdNumber('19800101', { region: '442000' }), anIdNumber('19800101', { region: '442000' }), '1980-01-01'],
    ['born today', anIdNumber('20261123'), anIdNumber('20261123'), '2026-11-23'],
  ])('with %s is read', (_what, typed, idNumber, birthDay) => {
    expect(read(typed)).toEqual({ ok: true, value: { idNumber, birthDay: Temporal.PlainDate.from(birthDay) } })
  })

  it.each([
    ['nothing', '', 'shape'],
    ['fifteen digits', '350428800101001', 'shape'],
    ['seventeen digits', '35042819800101001', 'shape'],
    ['nineteen digits', '3504281980010100118', 'shape'],
    ['an X in the middle', '3504281980X1010018', 'shape'],
    ['a letter', '35042819800101001A', 'shape'],
    ['Arabic-Indic digits', '٣٥٠٤٢٨١٩٨٠٠١٠١٠٠١٨', 'shape'],
    ['a zero-width space', '350428\u200b198001010018', 'shape'],
    ['a sign', '-35042819800101001', 'shape'],
    ['a query', '{"$gt":""}', 'shape'],
    ['a foreign resident', anIdNumber('19800101', { region: '911100' }), 'region'],
    ['a province that is none', anIdNumber('19800101', { region: '380101' }), 'region'],
    ['a city that is none', anIdNumber('19800101', { region: '350000' }), 'region'],
    ['30 February', anIdNumber('19800230'), 'birth-day'],
    ['29 February of a common year', anIdNumber('19810229'), 'birth-day'],
    ['month 13', anIdNumber('19801301'), 'birth-day'],
    ['day 0', anIdNumber('19800100'), 'birth-day'],
    ['year 0', anIdNumber('00000101'), 'birth-day'],
    ['tomorrow', anIdNumber('20261124'), 'birth-day'],
    ["a birth in 1880, the standard's other example", '440524188001010014', 'birth-day'],
    ['130 years ago', anIdNumber('18961123'), 'birth-day'],
    ['a wrong check digit', '350428198001010012', 'check-digit'],
    ['an X where a digit belongs', '35042819800101001X', 'check-digit'],
  ])('with %s is refused', (_what, typed, fault) => {
    expect(read(typed)).toEqual(refused(fault))
  })

  const someIdNumber = fc
    .record({
      day: fc.nat({ max: 40_000 }),
      region: fc.constantFrom('350428', '110105', '442000', '659001', '830000'),
      sequence: fc.nat({ max: 999 }),
    })
    .map(({ day, ...rest }) => anIdNumber(TODAY.subtract({ days: day }).toString().replaceAll('-', ''), rest))

  it('with any one character changed is refused', () => {
    fc.assert(
      fc.property(someIdNumber, fc.nat({ max: 17 }), fc.constantFrom(...'0123456789X'), (idNumber, place, other) => {
        fc.pre(idNumber[place] !== other)
        expect(read(idNumber).ok).toBe(true)
        expect(read(idNumber.slice(0, place) + other + idNumber.slice(place + 1)).ok).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  it('with any two neighbours swapped is refused', () => {
    fc.assert(
      fc.property(someIdNumber, fc.nat({ max: 16 }), (idNumber, place) => {
        const [one, two] = idNumber.slice(place, place + 2)
        fc.pre(one !== two)
        expect(read(`${idNumber.slice(0, place)}${two}${one}${idNumber.slice(place + 2)}`).ok).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })
})
