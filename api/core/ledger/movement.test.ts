import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import { fen } from '../money.ts'
import { employerAccount, INSURER, jobAccount, PROVIDER, workerAccount } from './account.ts'
import { changeOn, type Entry } from './entry.ts'
import { holdForJob, payForTake, premiumForTake, returnPremium, returnRest } from './movement.ts'
import { aMemo } from './testing/entries.ts'
import { confirmed, published, settled } from './testing/stories.ts'

const ACCOUNTS = {
  PROVIDER,
  employer: employerAccount(asId('cai')),
  job: jobAccount(asId('job-1')),
  li: workerAccount(asId('li')),
  INSURER,
}
const changes = (entry: Entry) => Object.values(ACCOUNTS).map((account) => changeOn(account, entry))
const premium = premiumForTake(aMemo(), { take: 'take-1', premiumFen: fen(500) })

describe('what moves when something happens', () => {
  it.each([
    ['hold:job-1', holdForJob(published(3)), [-30_000, 0, 30_000, 0, 0], null],
    ['pay:take-1', payForTake(confirmed('take-1')), [0, 0, -10_000, 10_000, 0], null],
    ['return:job-1', returnRest(settled(), fen(20_000)), [0, 0, -20_000, 0, 0], 'hold:job-1'],
    ['premium:take-1', premium, [0, 0, -500, 0, 500], null],
    ['premium-return:take-1', returnPremium(premium, { take: 'take-1', at: premium.at }), [0, 0, 500, 0, -500], 'premium:take-1'],
  ])('%s', (key, entry, expected, givesBack) => {
    expect({ key: entry.key, givesBack: entry.givesBack, changes: changes(entry) }).toEqual({ key, givesBack, changes: expected })
  })

  it('passes through the employer, whose statement shows it', () => {
    expect(holdForJob(published(3)).postings.filter(({ account }) => account === ACCOUNTS.employer)).toHaveLength(2)
  })
})
