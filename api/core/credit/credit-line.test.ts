import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import { fen } from '../money.ts'
import { CAI, NOW } from '../testing/builders.ts'
import { type CreditLine, giveBack, lend, lentFen } from './credit-line.ts'

const line: CreditLine = { employer: CAI, limitFen: fen(50_000), lent: [] }
const loan = (job: string, amountFen: number) => ({ job: asId<'job'>(job), amountFen: fen(amountFen), at: NOW })

describe('a credit line', () => {
  it('carries jobs up to its limit, each whole or not at all', () => {
    const drawn = lend(line, loan('job-1', 30_000))
    expect(drawn && lentFen(drawn)).toBe(30_000)
    expect(drawn && lend(drawn, loan('job-2', 20_001))).toBeUndefined()
    expect(drawn && lend(drawn, loan('job-2', 20_000))?.lent).toHaveLength(2)
  })

  it('carries a job once', () => {
    const drawn = lend(line, loan('job-1', 30_000))
    expect(drawn && lend(drawn, loan('job-1', 30_000))).toBe(drawn)
  })

  it('has room again when a job owes nothing any more', () => {
    const drawn = lend(line, loan('job-1', 50_000))
    expect(drawn && lentFen(giveBack(drawn, 'job-1'))).toBe(0)
    expect(giveBack(line, 'job-9')).toBe(line)
  })
})
