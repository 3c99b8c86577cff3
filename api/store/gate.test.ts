import { describe, expect, it } from '@jest/globals'
import { createGate } from './gate.ts'
import { StoreUnavailable } from './port.ts'

const later = <R>(result: R) => new Promise<R>((resolve) => setImmediate(() => resolve(result)))
const never = new Promise<string>(() => {})

describe('the gate', () => {
  it('lets the turns of one key in one after the other, in the order of asking', async () => {
    const gate = createGate({ holdMs: 1000, waitingMax: 100 })
    const log: string[] = []
    const turn = (name: string) => async () => {
      log.push(`${name} in`)
      await later(undefined)
      log.push(`${name} out`)
    }
    await Promise.all([gate.run('job', turn('a')), gate.run('job', turn('b')), gate.run('other', turn('x'))])
    expect(log.filter((line) => !line.startsWith('x'))).toEqual(['a in', 'a out', 'b in', 'b out'])
    expect(log.indexOf('x in')).toBeLessThan(log.indexOf('a out'))
    expect(gate.lines).toBe(0)
  })

  it('goes on after a turn that throws or rejects', async () => {
    const gate = createGate({ holdMs: 1000, waitingMax: 100 })
    const throws = gate.run('job', () => {
      throw new Error('bug')
    })
    const rejects = gate.run('job', () => Promise.reject(new Error('away')))
    const answers = gate.run('job', () => later('fine'))
    expect(await Promise.allSettled([throws, rejects, answers])).toMatchObject([
      { status: 'rejected' },
      { status: 'rejected' },
      { value: 'fine' },
    ])
    expect(gate.lines).toBe(0)
  })

  it('sends away who hangs, and goes on', async () => {
    const gate = createGate({ holdMs: 5, waitingMax: 100 })
    const hangs = gate.run('job', () => never)
    const next = gate.run('job', () => 'fine')
    await expect(hangs).rejects.toThrow(StoreUnavailable)
    expect(await next).toBe('fine')
  })

  it('sends away whoever would make the line longer than its limit', async () => {
    const gate = createGate({ holdMs: 5, waitingMax: 2 })
    const answers = ['a', 'b', 'c', 'd'].map((name) => gate.run('job', () => later(name)))
    expect(await Promise.allSettled(answers)).toMatchObject([
      { value: 'a' },
      { value: 'b' },
      { value: 'c' },
      { reason: { name: 'StoreUnavailable' } },
    ])
    expect(await gate.run('job', () => 'again')).toBe('again')
  })

  it('answers ten thousand turns that wait for nothing without growing the stack', async () => {
    const gate = createGate({ holdMs: 1000, waitingMax: 20_000 })
    const first = gate.run('job', () => later(-1))
    const rest = Array.from({ length: 10_000 }, (_, n) => gate.run('job', () => n))
    expect(await Promise.all([first, ...rest])).toEqual(Array.from({ length: 10_001 }, (_, n) => n - 1))
  })
})
