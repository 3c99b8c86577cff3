import { describe, expect, it } from '@jest/globals'
import { type Health, type Life, pauseAfter, superviseLogin } from './supervisor.ts'

type Fate = 'refused' | 'thrown out' | 'steady then thrown out' | 'stays' | 'waits' | 'cannot begin'

/** Lives through the fates one after another and stops when they are used up; time passes only where a fate says so. */
async function liveThrough(fates: readonly Fate[]) {
  const story = { health: [] as Health[], pausesMs: [] as number[], stopped: 0 }
  const stopping = new AbortController()
  let elapsedMs = 0
  let next = 0
  const begin = (): Life => {
    const fate = fates[next]
    next += 1
    if (fate === 'cannot begin') throw new Error('no such puppet')
    if (fate === 'stays' || fate === 'waits') setImmediate(() => stopping.abort())
    if (fate === 'steady then thrown out') elapsedMs += 3_600_000
    const end = fate === 'stays' || fate === 'waits' ? new Promise<string>(() => undefined) : Promise.resolve('kicked')
    const login =
      fate === 'refused'
        ? Promise.reject(new Error('no QR code'))
        : fate === 'waits'
          ? new Promise<void>(() => undefined)
          : Promise.resolve()
    const stop = async () => {
      story.stopped += 1
    }
    return { login, end, stop }
  }
  const pause = async (ms: number) => {
    story.pausesMs.push(ms)
    if (next >= fates.length) stopping.abort()
  }
  const onHealth = (health: Health) => story.health.push(health)
  await superviseLogin({ begin, pause, onHealth, elapsedMs: () => elapsedMs, firstPauseMs: 1_000 }, stopping.signal)
  return story
}

describe('superviseLogin', () => {
  it('begins anew after each failure, waiting twice as long', async () => {
    const { pausesMs, stopped } = await liveThrough(['refused', 'cannot begin', 'refused', 'thrown out', 'refused'])
    expect(pausesMs).toEqual([1_000, 2_000, 4_000, 8_000, 16_000])
    expect(stopped).toBe(4)
  })

  it('starts counting afresh after a login that held', async () => {
    const { pausesMs } = await liveThrough(['refused', 'refused', 'steady then thrown out', 'refused'])
    expect(pausesMs).toEqual([1_000, 2_000, 1_000, 2_000])
  })

  it('says at each step whether it is ready and why not', async () => {
    const { health } = await liveThrough(['refused', 'thrown out', 'stays'])
    expect(health.map(({ ready, detail }) => `${ready ? 'ready' : 'not ready'}: ${detail}`)).toEqual([
      'not ready: logging in',
      'not ready: login failed: no QR code',
      'not ready: logging in',
      'ready: logged in',
      'not ready: login over: kicked',
      'not ready: logging in',
      'ready: logged in',
      'not ready: login over: stopping',
      'not ready: stopped',
    ])
  })

  it('is not ready for a moment when it is stopped while it logs in', async () => {
    const { health, stopped } = await liveThrough(['waits'])
    expect(health.some(({ ready }) => ready)).toBe(false)
    expect(stopped).toBe(1)
  })

  it('never waits longer than five minutes', () => {
    expect(pauseAfter(0, 1_000)).toBe(1_000)
    expect(pauseAfter(1_000, 1_000)).toBe(300_000)
  })
})
