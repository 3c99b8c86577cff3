import { describe, expect, it } from '@jest/globals'
import { readApplicant } from './applicant.ts'
import { anIdNumber } from './testing/id-numbers.ts'

const TODAY = Temporal.PlainDate.from('2026-11-23')
const LIAO = { name: '廖大山', idNumber: anIdNumber('19800101'), phone: '13800001234' }
const refusalOf = (change: Partial<typeof LIAO>) => {
  const answer = readApplicant({ ...LIAO, ...change }, TODAY)
  return answer.ok ? undefined : answer.refusal
}

describe('an applicant', () => {
  it('is what was typed, read', () => {
    expect(readApplicant({ name: '廖 大山', idNumber: ` ${LIAO.idNumber}`, phone: '+86 138 0000 1234' }, TODAY)).toEqual({
      ok: true,
      value: { ...LIAO, birthDay: Temporal.PlainDate.from('1980-01-01') },
    })
  })

  it('hears of one fault at a time, in the order of the questions', () => {
    expect(refusalOf({ name: '1', idNumber: '2', phone: '3' })).toBe('name-invalid')
    expect(refusalOf({ idNumber: '2', phone: '3' })).toBe('id-number-invalid')
    expect(refusalOf({ idNumber: anIdNumber('20101124'), phone: '3' })).toBe('under-age')
    expect(refusalOf({ phone: '3' })).toBe('phone-invalid')
    expect(refusalOf({})).toBeUndefined()
  })

  it.each([
    ['15', '20101124', 'under-age'],
    ['16', '20101123', undefined],
    ['17', '20091123', undefined],
    ['18', '20081123', undefined],
    ['66', '19601123', undefined],
  ])('of %s is registered or not', (_years, birth, refusal) => {
    expect(refusalOf({ idNumber: anIdNumber(birth) })).toBe(refusal)
  })
})
