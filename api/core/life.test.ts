import { describe, expect, it } from '@jest/globals'
import { BrokenPromise } from './assert.ts'
import { NEXT_JOB_STATE } from './job/job-life.ts'
import { type Life, step } from './life.ts'
import { NEXT_TAKE_STATE } from './take/take-life.ts'

function reachable(life: Life<string>, from: string): ReadonlySet<string> {
  const reached = new Set([from])
  for (const state of reached) for (const next of life[state] ?? []) reached.add(next)
  return reached
}

describe.each([
  ['job', NEXT_JOB_STATE, 'draft', ['settled', 'cancelled', 'expired']],
  ['take', NEXT_TAKE_STATE, 'taken', ['paid', 'cancelled', 'missed']],
])('the life of a %s', (_what, life: Life<string>, first, last) => {
  it('reaches every state from the first', () => {
    expect([...reachable(life, first)].sort()).toEqual(Object.keys(life).sort())
  })

  it('has an end from everywhere, and only these', () => {
    const ends = Object.keys(life).filter((state) => life[state]?.length === 0)
    expect(ends).toEqual(last)
    for (const state of Object.keys(life)) expect([...reachable(life, state)].some((reached) => ends.includes(reached))).toBe(true)
  })

  it('never stands still as a step', () => {
    for (const state of Object.keys(life)) expect(life[state]).not.toContain(state)
  })
})

describe('a step', () => {
  it('that the table knows arrives', () => {
    expect(step(NEXT_TAKE_STATE, 'taken', 'started')).toBe('started')
  })

  it.each([
    ['back', 'started', 'taken'],
    ['over a state', 'taken', 'finished'],
    ['out of an end', 'paid', 'taken'],
    ['nowhere', 'taken', 'taken'],
  ] as const)('%s is our bug', (_what, from, to) => {
    expect(() =>
      step<'taken' | 'started' | 'finished' | 'paid'>(
        { taken: ['started'], started: ['finished'], finished: ['paid'], paid: [] },
        from,
        to,
      ),
    ).toThrow(BrokenPromise)
  })
})
