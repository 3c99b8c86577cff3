import { describe, expect, it } from '@jest/globals'
import { signOf } from './flag-line.ts'

const finding = (kind: 'deposit' | 'fee' | 'fraud' | 'under-age' | 'sex-limit' | 'pay-negotiable') => ({ kind, words: '' })

describe('what the hall should know of a line', () => {
  it.each([
    ['a lure', { intent: 'spam', findings: [] }, 'fraud'],
    ['a deposit', { intent: 'post_job', findings: [finding('deposit')] }, 'deposit'],
    ['a fee behind a smaller matter', { intent: 'post_job', findings: [finding('sex-limit'), finding('fee')] }, 'fee'],
    ['work for children', { intent: 'post_job', findings: [finding('under-age')] }, 'under-age'],
    ['what the card can leave out', { intent: 'post_job', findings: [finding('sex-limit')] }, undefined],
    ['what is asked again', { intent: 'post_job', findings: [finding('pay-negotiable')] }, undefined],
    ['a complaint about a deposit', { intent: 'complain', findings: [finding('deposit')] }, undefined],
    ['work as it should be', { intent: 'post_job', findings: [] }, undefined],
  ] as const)('%s', (_what, line, sign) => {
    expect(signOf(line)).toBe(sign)
  })
})
