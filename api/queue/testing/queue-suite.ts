import { afterEach, describe, expect, it } from '@jest/globals'
import { type Payload, type Queue, type QueueOptions, QueueUnavailable, TaskFailed } from '../port.ts'

/** A gate that a test opens: nothing here waits for the clock. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { opened: promise, open: () => resolve() }
}

const quick: QueueOptions = { retryMs: () => 1 }
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n)
const of = (payload: Payload, key: string): string => payload[key] ?? ''

/** What every queue promises; run against each of them. */
export function queueSuite(name: string, make: (options: QueueOptions) => Promise<Queue>): void {
  describe(name, () => {
    const open: Queue[] = []
    const queue = async (options: QueueOptions = quick): Promise<Queue> => {
      const made = await make(options)
      open.push(made)
      return made
    }
    afterEach(async () => {
      await Promise.all(open.splice(0).map((one) => one.close()))
    })

    it('hands the payload over as it was and resolves when it was handled', async () => {
      const tasks = await queue()
      const handled: Payload[] = []
      tasks.process('greet', async (payload) => {
        await Promise.resolve()
        handled.push(payload)
      })
      await tasks.run('greet', { person: 'P1', job: 'J1' })
      expect(handled).toEqual([{ person: 'P1', job: 'J1' }])
    })

    it('keeps what comes before anybody handles it', async () => {
      const tasks = await queue()
      const early = tasks.run('greet', { person: 'P1' })
      const handled: Payload[] = []
      tasks.process('greet', async (payload) => void handled.push(payload))
      await early
      expect(handled).toEqual([{ person: 'P1' }])
    })

    it('never runs more at once than it may', async () => {
      const tasks = await queue()
      let running = 0
      let most = 0
      const three = gate()
      const work = async (): Promise<void> => {
        running += 1
        most = Math.max(most, running)
        if (running === 3) three.open()
        await three.opened
        running -= 1
      }
      tasks.process('busy', work, { concurrency: 3 })
      await Promise.all(numbers(30).map(() => tasks.run('busy', {})))
      expect(most).toBe(3)
    })

    it('runs a group one at a time and in order, other groups beside it', async () => {
      const tasks = await queue()
      const order: Record<string, string[]> = {}
      const running = new Set<string>()
      const overlaps: string[] = []
      tasks.process('say', async (payload) => {
        const group = of(payload, 'group')
        if (running.has(group)) overlaps.push(group)
        running.add(group)
        await new Promise(setImmediate)
        order[group] = [...(order[group] ?? []), of(payload, 'n')]
        running.delete(group)
      })
      const works = numbers(120).map((n) => ({ group: `g${n % 6}`, n: String(n) }))
      await Promise.all(works.map((work) => tasks.run('say', work, { group: work.group })))
      expect(overlaps).toEqual([])
      for (const group of Object.keys(order)) {
        expect(order[group]).toEqual(works.filter((work) => work.group === group).map((work) => work.n))
      }
      expect(Object.keys(order)).toHaveLength(6)
    })

    it('keeps the order of a group while its first is tried again, and does not hold others up', async () => {
      const tasks = await queue()
      const order: string[] = []
      let failures = 0
      const free = gate()
      tasks.process('say', async (payload) => {
        const what = of(payload, 'what')
        if (what === 'other') free.open()
        if (what === 'first' && failures < 3) {
          failures += 1
          await free.opened
          throw new Error('not yet')
        }
        order.push(what)
      })
      const first = tasks.run('say', { what: 'first' }, { group: 'a' })
      const second = tasks.run('say', { what: 'second' }, { group: 'a' })
      const other = tasks.run('say', { what: 'other' }, { group: 'b' })
      await Promise.all([first, second, other])
      expect(order).toEqual(['other', 'first', 'second'])
      expect(failures).toBe(3)
    })

    it('gives up after the attempts allowed, says so, and goes on with the group', async () => {
      const heard: unknown[] = []
      const tasks = await queue({ ...quick, onFailure: ({ task, failures }) => heard.push([task, failures]) })
      let tries = 0
      const done: string[] = []
      tasks.process('pay', async (payload) => {
        if (of(payload, 'to') === 'nobody') {
          tries += 1
          throw new Error('no such person')
        }
        done.push(of(payload, 'to'))
      })
      const lost = tasks.run('pay', { to: 'nobody' }, { group: 'a', attempts: 3 })
      const next = tasks.run('pay', { to: 'P1' }, { group: 'a' })
      await expect(lost).rejects.toBeInstanceOf(TaskFailed)
      await next
      expect([tries, done]).toEqual([3, ['P1']])
      expect(heard).toEqual([
        ['pay', 1],
        ['pay', 2],
        ['pay', 3],
      ])
    })

    it('takes a handler that throws at once for one that fails', async () => {
      const tasks = await queue()
      let tries = 0
      tasks.process('break', () => {
        tries += 1
        if (tries < 2) throw new Error('at once')
        return Promise.resolve()
      })
      await tasks.run('break', {})
      expect(tries).toBe(2)
    })

    it('lets what may wait wait', async () => {
      const tasks = await queue()
      const order: string[] = []
      tasks.process('say', async (payload) => void order.push(of(payload, 'what')))
      const late = tasks.run('say', { what: 'late' }, { delayMs: 150 })
      await tasks.run('say', { what: 'soon' })
      await late
      expect(order).toEqual(['soon', 'late'])
    })

    it('does not let one task wait for the slots of another', async () => {
      const tasks = await queue()
      tasks.process('inner', async () => undefined, { concurrency: 2 })
      tasks.process('outer', async (payload) => tasks.run('inner', payload), { concurrency: 2 })
      await Promise.all(numbers(10).map(() => tasks.run('outer', {})))
    })

    it('is idle when nothing is left, also of what the handlers put in', async () => {
      const tasks = await queue()
      const done: string[] = []
      tasks.process('second', async () => void done.push('second'))
      tasks.process('first', async () => {
        await Promise.resolve()
        void tasks.run('second', {})
        done.push('first')
      })
      await tasks.idle()
      void tasks.run('first', {})
      await tasks.idle()
      expect(new Set(done)).toEqual(new Set(['first', 'second']))
    })

    it('closes after what is running, and rejects what waits and what comes', async () => {
      const tasks = await make(quick)
      const started = gate()
      const finish = gate()
      const done: string[] = []
      const handler = async (payload: Payload): Promise<void> => {
        started.open()
        await finish.opened
        done.push(of(payload, 'what'))
      }
      tasks.process('say', handler, { concurrency: 1 })
      const running = tasks.run('say', { what: 'running' }, { group: 'a' })
      const waiting = tasks.run('say', { what: 'waiting' }, { group: 'a' })
      const refused = expect(waiting).rejects.toBeInstanceOf(QueueUnavailable)
      await started.opened
      const closed = tasks.close()
      finish.open()
      await Promise.all([running, refused, closed])
      await expect(tasks.run('say', { what: 'late' })).rejects.toBeInstanceOf(QueueUnavailable)
      expect(done).toEqual(['running'])
    })

    it('handles a thousand works of fifty groups, each once and in order', async () => {
      const tasks = await queue()
      const seen: Record<string, number[]> = {}
      tasks.process('count', async (payload) => {
        const group = of(payload, 'group')
        seen[group] = [...(seen[group] ?? []), Number(of(payload, 'n'))]
      })
      await Promise.all(numbers(1000).map((n) => tasks.run('count', { group: `g${n % 50}`, n: String(n) }, { group: `g${n % 50}` })))
      expect(Object.values(seen).flat()).toHaveLength(1000)
      for (const order of Object.values(seen)) expect(order).toEqual(order.toSorted((a, b) => a - b))
    })
  })
}
