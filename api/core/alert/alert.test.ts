import { describe, expect, it } from '@jest/globals'
import { at } from '../testing/builders.ts'
import { acknowledge, alertKey, close, type Finding, fireAgain, isSmall, newAlert } from './alert.ts'

const finding: Finding<'high-risk-uninsured'> = {
  ...{ rule: 'high-risk-uninsured', township: '古镛镇', subject: '10240', from: '2026-11-23', to: '2026-11-24' },
  ...{ numbers: { uninsured: 1 }, people: 1, demo: false, mutedBy: null },
}
const fired = at('2026-11-23T08:00:00+08:00')
const later = at('2026-11-23T09:00:00+08:00')
const alert = newAlert(finding, { id: 'A1', county: '350428', at: fired })
const said = { by: 'hall-1', at: later, note: '已联系雇主' }

function must<T>(result: { ok: true; value: T } | { ok: false; refusal: string }): T {
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

describe('an alert', () => {
  it('is new, on the last day of its period', () => {
    expect(alert).toMatchObject({ state: 'new', day: '2026-11-23', firedAt: fired, steps: [{ state: 'new', by: '', at: fired }] })
  })

  it('is acknowledged and then closed, with who, when and why', () => {
    const closed = must(close(must(acknowledge(alert, { ...said, note: '' })), said))
    expect(closed.steps.map(({ state, by, note }) => [state, by, note])).toEqual([
      ['new', '', ''],
      ['acknowledged', 'hall-1', ''],
      ['closed', 'hall-1', '已联系雇主'],
    ])
    expect(acknowledge(closed, said)).toMatchObject({ refusal: 'alert-not-new' })
    expect(close(closed, said)).toMatchObject({ refusal: 'alert-not-acknowledged' })
    expect(close(alert, said)).toMatchObject({ refusal: 'alert-not-acknowledged' })
  })

  it('found again by the same numbers stays as it is, in any state', () => {
    const closed = must(close(must(acknowledge(alert, said)), said))
    for (const each of [alert, closed]) expect(fireAgain(each, finding, later)).toBe(each)
  })

  it('found again by other numbers is new again and keeps what was done before', () => {
    const closed = must(close(must(acknowledge(alert, said)), said))
    const again = fireAgain(closed, { ...finding, numbers: { uninsured: 2 }, people: 2 }, later)
    expect(again).toMatchObject({ state: 'new', numbers: { uninsured: 2 }, people: 2, firedAt: later })
    expect(again.steps.map(({ state }) => state)).toEqual(['new', 'acknowledged', 'closed', 'new'])
  })

  it('keeps its last twenty steps, however often it is found again', () => {
    let many = alert
    for (let uninsured = 2; uninsured < 40; uninsured += 1) many = fireAgain(many, { ...finding, numbers: { uninsured } }, later)
    expect(many.steps).toHaveLength(20)
  })

  it('that the days of the year explain is closed from the beginning, and says by what', () => {
    const muted = newAlert({ ...finding, mutedBy: 'spring-festival' }, { id: 'A2', county: '350428', at: fired })
    expect(muted).toMatchObject({ state: 'closed', mutedBy: 'spring-festival', steps: [{ state: 'closed', by: '' }] })
  })

  it.each([
    ['another subject', { subject: '10241' }],
    ['another township', { township: '万安镇' }],
    ['another period', { to: '2026-11-25' }],
    ['another kind of data', { demo: true }],
  ])('is another one with %s', (_what, other) => {
    expect(alertKey({ ...finding, ...other })).not.toBe(alertKey(finding))
  })

  it('is the same one with other numbers', () => {
    expect(alertKey({ ...finding, numbers: { uninsured: 9 }, people: 9 })).toBe(alertKey(finding))
  })

  it.each([
    [0, false],
    [1, true],
    [4, true],
    [5, false],
  ])('of %i people is small: %p', (people, small) => {
    expect(isSmall({ people })).toBe(small)
  })
})
