import { describe, expect, it } from '@jest/globals'
import { employerText, workerText } from './repute-copy.ts'

const nobody = { ratings: 0, average: null, jobs: 0, insuredJobs: 0, calledOff: 0, paySpeed: null, inArrears: false }
const newcomer = { ratings: 0, average: null, came: 0, missed: 0, leftLate: 0, lateMinutes: null }

describe('what is said of an employer before the grab', () => {
  it.each([
    [{}, '新老板，还没有记录'],
    [{ jobs: 1, ratings: 1 }, '干过1单·没有欠薪'],
    [{ jobs: 12, ratings: 23, average: 4.8, paySpeed: 'within-2h' as const }, '付钱快（一般2小时内）·评4.8（23条）·干过12单·没有欠薪'],
    [{ jobs: 4, paySpeed: 'slow' as const, inArrears: true, calledOff: 2 }, '现在欠着工钱！·付钱慢（一般超过3天）·干过4单撤2单'],
    [{ calledOff: 1 }, '干过0单撤1单·没有欠薪'],
    [{ inArrears: true }, '现在欠着工钱！'],
  ])('%j: %s', (known, text) => expect(employerText({ ...nobody, ...known })).toBe(text))
})

describe('what is said of a worker to the employer who waits for him', () => {
  it.each([
    [{}, '新工友，还没有记录'],
    [{ came: 2 }, '来过2次·都到了'],
    [{ came: 9, lateMinutes: 3, ratings: 5, average: 4.6 }, '来过9次·都到了·准时·评4.6（5条）'],
    [{ came: 3, missed: 1, leftLate: 2, lateMinutes: 25 }, '来过3次·没到1次·临时退2次·常迟到25分钟'],
    [{ missed: 1 }, '来过0次·没到1次'],
  ])('%j: %s', (known, text) => expect(workerText({ ...newcomer, ...known })).toBe(text))
})
