import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createInOrder } from './in-order.ts'

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('work in order', () => {
  it('runs one at a time for a name, in the order it came', async () => {
    const { run } = createInOrder()
    const seen: string[] = []
    const work = (name: string) => async () => {
      seen.push(`${name} begins`)
      await soon()
      seen.push(`${name} ends`)
    }
    await Promise.all([run('a', work('1')), run('a', work('2')), run('a', work('3'))])
    expect(seen).toEqual(['1 begins', '1 ends', '2 begins', '2 ends', '3 begins', '3 ends'])
  })

  it('keeps nobody waiting for another name', async () => {
    const { run } = createInOrder()
    const stuck = Promise.withResolvers<void>()
    void run('a', () => stuck.promise)
    let done = false
    await run('b', async () => {
      done = true
    })
    expect(done).toBe(true)
    stuck.resolve()
  })

  it('tells a failure to whoever brought the work, and goes on with the next', async () => {
    const { run } = createInOrder()
    const failed = run('a', () => Promise.reject(new Error('broken')))
    const next = run('a', async () => undefined)
    await expect(failed).rejects.toThrow('broken')
    await expect(next).resolves.toBeUndefined()
  })

  it('is idle when the last is done, what came meanwhile included', async () => {
    const { run, idle } = createInOrder()
    const seen: string[] = []
    void run('a', async () => {
      await soon()
      void run('b', async () => {
        await soon()
        seen.push('b')
      })
    })
    await idle()
    expect(seen).toEqual(['b'])
  })

  it('holds for any mix of names', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 }), async (names) => {
        const { run } = createInOrder()
        const seen: string[] = []
        const running = new Set<string>()
        const work = (name: string, index: number) => async () => {
          expect(running.has(name)).toBe(false)
          running.add(name)
          await soon()
          running.delete(name)
          seen.push(`${name}${index}`)
        }
        await Promise.all(names.map((name, index) => run(name, work(name, index))))
        for (const name of ['a', 'b', 'c']) {
          const own = names.flatMap((each, index) => (each === name ? [`${name}${index}`] : []))
          expect(seen.filter((each) => each.startsWith(name))).toEqual(own)
        }
      }),
      { numRuns: 30 },
    )
  })
})
