import { afterEach, describe, expect, it } from '@jest/globals'
import { createLog } from '../log.ts'
import { startWake, type Wake } from './wake.ts'

const log = createLog({ level: 'silent' })
const realNow = Date.now

describe('wake', () => {
  let wake: Wake | undefined
  afterEach(async () => {
    Date.now = realNow
    await wake?.stop()
  })

  it('goes on when the clock of the machine is set back', async () => {
    const heard = Promise.withResolvers<void>()
    let sweeps = 0
    wake = startWake({
      log,
      tickMs: 1,
      sweep: async () => {
        sweeps += 1
        if (sweeps === 3) Date.now = () => realNow() - 2 * 3600 * 1000
        if (sweeps === 10) heard.resolve()
      },
    })
    await heard.promise
    expect(sweeps).toBeGreaterThanOrEqual(10)
  })

  it('never sweeps twice at once, and once more for any number of pokes meanwhile', async () => {
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const second = Promise.withResolvers<void>()
    let running = 0
    let most = 0
    let sweeps = 0
    wake = startWake({
      log,
      tickMs: 3_600_000,
      sweep: async () => {
        running += 1
        most = Math.max(most, running)
        sweeps += 1
        if (sweeps === 2) second.resolve()
        await gates[sweeps - 1]?.promise
        running -= 1
      },
    })
    wake.poke()
    wake.poke()
    wake.poke()
    gates[0]?.resolve()
    await second.promise
    gates[1]?.resolve()
    await wake.stop()
    expect([sweeps, most]).toEqual([2, 1])
  })

  it('is not stopped by a sweep that fails', async () => {
    const again = Promise.withResolvers<void>()
    let sweeps = 0
    wake = startWake({
      log,
      tickMs: 1,
      sweep: async () => {
        sweeps += 1
        if (sweeps > 2) again.resolve()
        throw new Error('the database is away')
      },
    })
    await again.promise
  })

  it('stops only after the sweep under way', async () => {
    const finish = Promise.withResolvers<void>()
    let done = false
    const stopping = startWake({
      log,
      tickMs: 3_600_000,
      sweep: async () => {
        await finish.promise
        done = true
      },
    })
    stopping.poke()
    const stopped = stopping.stop()
    finish.resolve()
    await stopped
    expect(done).toBe(true)
  })
})
