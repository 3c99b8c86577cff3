import { describe, expect, it } from '@jest/globals'
import { NOW } from '../testing/builders.ts'
import { useCode } from './binding-code.ts'

const code = { person: 'liao', until: NOW.add({ minutes: 10 }), usedBy: null }

describe('a one-time code', () => {
  it.each([
    ['in time', code, 0, true],
    ['in its last second', code, 599, true],
    ['when it is over', code, 600, false],
    ['that he used himself', { ...code, usedBy: 'me' }, 6000, true],
    ['that another used', { ...code, usedBy: 'other' }, 0, false],
  ])('%s', (_when, of, seconds, ok) => {
    const used = useCode(of, { contact: 'me', now: NOW.add({ seconds }) })
    expect(used.ok ? used.value.usedBy : used.refusal).toBe(ok ? 'me' : 'binding-code-wrong')
  })
})
