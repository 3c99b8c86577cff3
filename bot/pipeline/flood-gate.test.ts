import { describe, expect, it } from '@jest/globals'
import { createFloodGate } from './flood-gate.ts'

const NOW = Temporal.Instant.from('2026-11-23T07:30:00+08:00')
const verdicts = (pass: ReturnType<typeof createFloodGate>, lines: number, now = NOW) => Array.from({ length: lines }, () => pass('a', now))

describe('the flood gate', () => {
  it('lets sixty lines pass, says once that it is too much, and then nothing', () => {
    const seen = verdicts(createFloodGate(), 70)
    expect(seen.filter((verdict) => verdict === 'fine')).toHaveLength(60)
    expect(seen.filter((verdict) => verdict === 'first')).toHaveLength(1)
    expect(seen.filter((verdict) => verdict === 'too-many')).toHaveLength(9)
  })

  it('opens again ten seconds after the first line', () => {
    const pass = createFloodGate()
    verdicts(pass, 70)
    expect(pass('a', NOW.add({ milliseconds: 9999 }))).toBe('too-many')
    expect(pass('a', NOW.add({ seconds: 10 }))).toBe('fine')
  })

  it('holds nobody for another', () => {
    const pass = createFloodGate()
    verdicts(pass, 70)
    expect(pass('b', NOW)).toBe('fine')
  })

  it('stops nobody who types as fast as a man can, however long', () => {
    const pass = createFloodGate()
    const seen = Array.from({ length: 600 }, (_, line) => pass('a', NOW.add({ milliseconds: line * 250 })))
    expect(new Set(seen)).toEqual(new Set(['fine']))
  })
})
