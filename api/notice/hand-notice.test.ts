import { describe, expect, it } from '@jest/globals'
import { CAI } from '../core/testing/builders.ts'
import { listeningLog } from '../http/testing/fake-county.ts'
import { createHandNotice, SEND_NOTICE } from './hand-notice.ts'

/** A queue whose tasks end when the test says so. */
function aQueue() {
  const runs: { readonly task: string; readonly notice: string; readonly group: string; readonly end: PromiseWithResolvers<void> }[] = []
  const { log, lines } = listeningLog()
  const hand = createHandNotice({
    run(task, { notice }, { group }) {
      const end = Promise.withResolvers<void>()
      runs.push({ task, notice, group, end })
      return end.promise
    },
    log,
  })
  return { hand, runs, lines }
}
const aMoment = () => new Promise(setImmediate)

describe('a notice that is handed over', () => {
  it('goes to the queue in the line of its recipient', () => {
    const { hand, runs } = aQueue()
    hand({ id: 'n1', person: CAI })
    hand({ id: 'n2', person: null })
    expect(runs).toMatchObject([
      { task: SEND_NOTICE, notice: 'n1', group: 'cai' },
      { task: SEND_NOTICE, notice: 'n2', group: 'market' },
    ])
  })

  it('is there once while it is on its way, and may be handed over again after', async () => {
    const { hand, runs } = aQueue()
    hand({ id: 'n1', person: CAI })
    hand({ id: 'n1', person: CAI })
    expect(runs).toHaveLength(1)
    runs[0]?.end.resolve()
    await aMoment()
    hand({ id: 'n1', person: CAI })
    expect(runs).toHaveLength(2)
  })

  it('and that the queue gives up is left to the sweep, and logged by its id alone', async () => {
    const { hand, runs, lines } = aQueue()
    hand({ id: 'n1', person: CAI })
    runs[0]?.end.reject(new Error('13959801234 is not reached'))
    await aMoment()
    expect(lines.join('')).toContain('"id":"n1"')
    expect(lines.join('')).not.toMatch(/13959801234|cai/)
    hand({ id: 'n1', person: CAI })
    expect(runs).toHaveLength(2)
  })
})
