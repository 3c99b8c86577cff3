import { describe, expect, it } from '@jest/globals'
import { BOUND } from './bounds.ts'
import { LineLog } from './line-log.ts'

const line = (n: number, text = '好') =>
  ({ id: `m${n}`, from: 'chen', name: '陈', to: 'bot', kind: 'text', text, at: '2026-11-23T07:30:00.000Z', fromBot: false }) as const
const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

describe('line log', () => {
  it('counts lines from one and gives them back after any of them', () => {
    const log = new LineLog()
    for (let n = 1; n <= 5; n += 1) log.append(line(n))
    expect(log.after(0).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
    expect(log.after(3).map(({ id }) => id)).toEqual(['m4', 'm5'])
    expect(log.after(0, 2).map(({ seq }) => seq)).toEqual([1, 2])
    expect(log.after(99)).toEqual([])
    expect(log.latest(2).map(({ seq }) => seq)).toEqual([4, 5])
  })

  it('forgets the oldest lines, but only after the turn in which they were said', async () => {
    const log = new LineLog()
    for (let n = 1; n <= BOUND.linesKept + 500; n += 1) log.append(line(n))
    expect(log.get('m1')).toBeDefined()
    await nextTurn()
    expect(log.get('m1')).toBeUndefined()
    expect(log.latest(BOUND.linesKept * 2).length).toBeLessThanOrEqual(BOUND.linesKept)
    expect(log.latest(1)).toMatchObject([{ seq: BOUND.linesKept + 500 }])
    expect(log.after(0, 1)[0]?.seq).toBe(log.latest(BOUND.linesKept * 2)[0]?.seq)
  })

  it('forgets by length too', async () => {
    const log = new LineLog()
    const long = 'x'.repeat(500_000)
    for (let n = 1; n <= 40; n += 1) log.append(line(n, long))
    await nextTurn()
    const characters = log.latest(100).reduce((sum, { text }) => sum + text.length, 0)
    expect(characters).toBeLessThanOrEqual(BOUND.charactersKept)
    expect(log.get('m40')).toBeDefined()
  })

  it('keeps pictures as long as their lines, and counts their bytes', async () => {
    const log = new LineLog()
    for (let n = 1; n <= 40; n += 1) log.append(line(n), new Uint8Array(256 * 1024))
    await nextTurn()
    const kept = Array.from({ length: 40 }, (_, n) => `m${n + 1}`).filter((id) => log.picture(id) !== undefined)
    expect(kept).toEqual(log.latest(100).map(({ id }) => id))
    expect(kept.length * 256 * 1024).toBeLessThanOrEqual(BOUND.charactersKept)
    expect(kept.at(-1)).toBe('m40')
  })

  it('tells of each line until told to stop', () => {
    const log = new LineLog()
    const told: number[] = []
    const stop = log.subscribe(({ seq }) => told.push(seq))
    log.append(line(1))
    stop()
    log.append(line(2))
    expect(told).toEqual([1])
  })
})
