import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { DomainEvent } from '../core/event.ts'
import type { Entry } from '../core/ledger/entry.ts'
import { confirmed, happened, jobFacts, published, settled } from '../core/ledger/testing/stories.ts'
import type { Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { createLedger } from './ledger.ts'
import { createMoveMoney } from './move-money.ts'
import { createWalletSubscriber } from './wallet.subscribers.ts'

const county = '350428'
const cancelled = () => happened('jobCancelled', { ...jobFacts, workers: [] })
const expired = () => happened('jobExpired', jobFacts)

describe('money follows the job', () => {
  let store: Store
  let done: string[]
  let providerIsAway: boolean
  beforeEach(() => {
    store = openSqlite({ file: ':memory:' })
    done = []
    providerIsAway = false
  })
  afterEach(() => store.close())

  async function tell(...events: readonly DomainEvent[]): Promise<void> {
    const ledger = createLedger({ store, county })
    const note = async (what: string) => {
      if (providerIsAway) throw new Error('the provider is away')
      done.push(what)
    }
    const provider = {
      payIn: ({ key, amountFen }: { key: string; amountFen: number }) => note(`in ${key} ${amountFen}`),
      refund: ({ key, of, amountFen }: { key: string; of: string; amountFen: number }) => note(`back ${key} ${amountFen} of ${of}`),
    }
    const append = async (entry: Entry) => {
      await ledger.append(entry)
      if (entry.kind === 'pay') done.push(entry.key)
    }
    const markPaid = async ({ job, take }: { job: string; take: string }) => void done.push(`paid ${job} ${take}`)
    const subscriber = createWalletSubscriber({ moveMoney: createMoveMoney({ provider, append }), ledger, markPaid })
    for (const event of events) await subscriber.run(event)
  }

  it('says that a take is paid once it is', async () => {
    await tell(published(1), confirmed('take-1'))
    expect(done).toEqual(['in hold:job-1 10000', 'pay:take-1', 'paid job-1 take-1'])
  })

  it.each([
    ['cancelled', cancelled],
    ['expired', expired],
    ['settled', settled],
  ])('returns what is left when the job is %s', async (_state, over) => {
    await tell(published(3), confirmed('take-1'), over())
    expect(done.at(-1)).toBe('back return:job-1 20000 of hold:job-1')
  })

  it('returns nothing when nothing is left', async () => {
    await tell(published(1), confirmed('take-1'), settled())
    expect(done.at(-1)).toBe('paid job-1 take-1')
  })

  it('returns the same when the provider was away and everything is told again', async () => {
    await tell(published(3))
    providerIsAway = true
    await expect(tell(cancelled())).rejects.toThrow('away')
    providerIsAway = false
    await tell(published(3), cancelled(), cancelled())
    expect(new Set(done)).toEqual(new Set(['in hold:job-1 30000', 'back return:job-1 30000 of hold:job-1']))
  })

  it('does not hold what did not come in', async () => {
    providerIsAway = true
    await expect(tell(published(3))).rejects.toThrow('away')
    await tell(cancelled())
    expect(done).toEqual([])
  })
})
