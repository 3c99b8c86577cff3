import { describe, expect, it } from '@jest/globals'
import { cleanFacts } from '../facts.ts'
import { fen } from '../money.ts'
import { at } from '../testing/builders.ts'
import { closeStaffTask, NEXT_STAFF_TASK_STATE, type StaffTask } from './staff-task.ts'

const open: StaffTask = {
  id: 'T1',
  county: '350428',
  key: 'bill-difference:2026-11-23:P1',
  kind: 'bill-difference',
  subject: 'P1',
  facts: { day: '2026-11-23', what: 'other-amount', of: 'payment', number: 'P1', amountFen: fen(30_000) },
  township: '',
  openedAt: at('2026-11-24T10:00:00+08:00'),
  state: 'open',
}
const looked = { by: 'hall', note: '已核对', at: at('2026-11-24T11:00:00+08:00') }

describe('a staff task', () => {
  it('is done when somebody says what came of it', () => {
    const done = { ...open, state: 'done', doneAt: looked.at, doneBy: 'hall', note: '已核对' }
    expect(closeStaffTask(open, looked)).toEqual({ ok: true, value: done })
  })

  it('is not done over', () => {
    const done = closeStaffTask(open, looked)
    expect(done.ok && closeStaffTask(done.value, { ...looked, note: 'again' })).toMatchObject({ ok: false, refusal: 'staff-task-done' })
    expect(NEXT_STAFF_TASK_STATE.done).toEqual([])
  })

  it.each([
    ['an id', '01J8ZQ4M2N6W0000000000000A', '01J8ZQ4M2N6W0000000000000A'],
    ['a day', '2026-11-23', '2026-11-23'],
    ['a code', 'ORDER_NOT_EXIST', 'ORDER_NOT_EXIST'],
    ['an amount', 30_000, 30_000],
    ['a name', '蔡清语', '?'],
    ['words with a space', 'Li Xiaoming', '?'],
    ['nothing', '', '?'],
    ['too much', 'x'.repeat(101), '?'],
    ['a line break', 'a\nb', '?'],
  ])('keeps of its facts only what may be kept: %s', (_what, given, kept) => {
    expect(cleanFacts({ fact: given })).toEqual({ fact: kept })
  })
})
