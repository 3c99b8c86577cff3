import { describe, expect, it } from '@jest/globals'
import { entryKey } from '../core/ledger/entry.ts'
import { holdForJob, payForTake, returnRest } from '../core/ledger/movement.ts'
import { confirmed, published, settled } from '../core/ledger/testing/stories.ts'
import { fen } from '../core/money.ts'
import { createMoveMoney } from './move-money.ts'

function recorded() {
  const done: string[] = []
  const note = (what: string) => (about: { key: string; amountFen?: number; of?: string }) => {
    done.push([what, about.key, about.amountFen, about.of].filter((part) => part !== undefined).join(' '))
    return Promise.resolve()
  }
  const provider = { payIn: note('in'), refund: note('back') }
  return { done, move: createMoveMoney({ provider, append: ({ key }) => note('book')({ key }) }) }
}

describe('moving money', () => {
  it.each([
    ['takes it in before it is booked', holdForJob(published(3)), ['in hold:job-1 30000', 'book hold:job-1']],
    ['asks the provider for nothing within the book', payForTake(confirmed('take-1')), ['book pay:take-1']],
    ['books it before it goes back', returnRest(settled(), fen(500)), ['book return:job-1', 'back return:job-1 500 hold:job-1']],
  ])('%s', async (_what, entry, expected) => {
    const { done, move } = recorded()
    await move(entry)
    expect(done).toEqual(expected)
  })

  it('refuses to send money back to nowhere', async () => {
    const { move } = recorded()
    const adrift = { ...returnRest(settled(), fen(500)), givesBack: null, key: entryKey('return', 'x') }
    await expect(move(adrift)).rejects.toThrow('only goes back')
  })
})
