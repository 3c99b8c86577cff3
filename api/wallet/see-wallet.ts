import type { WalletView } from '../contract/wallet.contract.ts'
import { countyDay, instantText, startOfCountyDay } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import { type AccountName, employerAccount, PROVIDER, workerAccount } from '../core/ledger/account.ts'
import { changeOn } from '../core/ledger/entry.ts'
import { heldFigure } from '../core/ledger/figure.ts'
import { LIMIT } from '../core/limit.ts'
import { addFen, type Fen, NO_FEN } from '../core/money.ts'
import type { Ledger } from './ledger.ts'

const NEWEST_ENTRIES = 5

type Book = Pick<Ledger, 'amountOf' | 'statement'>

/** What a person has, has put aside and has earned. Money in is positive, money out negative, both seen from the person's own pocket. */
export async function seeWallet(ledger: Book, person: PersonId, now: Temporal.Instant): Promise<WalletView> {
  const [worker, employer] = [workerAccount(person), employerAccount(person)]
  const monthBegan = startOfCountyDay(countyDay(now).with({ day: 1 }))
  return {
    balanceFen: await ledger.amountOf(worker),
    heldFen: await ledger.amountOf(heldFigure(person)),
    earnedThisMonthFen: await paidSince(ledger, worker, monthBegan),
    entries: await newest(ledger, { worker, employer }),
  }
}

async function paidSince(ledger: Book, worker: AccountName, from: Temporal.Instant): Promise<Fen> {
  let sum = NO_FEN
  for (let after: string | undefined; ; ) {
    const { docs, next } = await ledger.statement(worker, { from, after, limit: LIMIT.pageSize })
    sum = addFen(sum, ...docs.filter(({ kind }) => kind === 'pay').map((entry) => changeOn(worker, entry)))
    if (next === undefined) return sum
    after = next
  }
}

/** Money only passes through an employer's account, so his side of it is what the provider took from or gave to him. */
async function newest(ledger: Book, { worker, employer }: { worker: AccountName; employer: AccountName }): Promise<WalletView['entries']> {
  const rowsOf = async (account: AccountName, seenFrom: AccountName) => {
    const { docs } = await ledger.statement(account, { limit: NEWEST_ENTRIES })
    return docs.map((entry) => ({
      at: instantText(entry.at),
      kind: entry.kind,
      amountFen: changeOn(seenFrom, entry),
      job: 'job' in entry ? entry.jobNumber : null,
    }))
  }
  const rows = [...(await rowsOf(worker, worker)), ...(await rowsOf(employer, PROVIDER))]
  return rows.sort((one, other) => other.at.localeCompare(one.at)).slice(0, NEWEST_ENTRIES)
}
