import type { WalletView } from '../contract/wallet.contract.ts'
import { countyDay, instantText } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import { type AccountName, CASH, employerAccount, PROVIDER, REFUNDS, workerAccount } from '../core/ledger/account.ts'
import { changeOn, type Entry } from '../core/ledger/entry.ts'
import { heldFigure, outgoingFigure } from '../core/ledger/figure.ts'
import { addFen, type Fen, negateFen } from '../core/money.ts'
import type { Ledger } from './ledger.ts'
import { type MonthBooks, monthOf } from './month-of.ts'
import type { BoundPayee } from './payout-ports.ts'
import { openPayouts, type PayoutBook, showPayout } from './show-payout.ts'

const NEWEST_ENTRIES = 5

type Book = Pick<Ledger, 'amountOf' | 'statement'>

export interface WalletBook extends PayoutBook {
  readonly ledger: Book
  readonly jobByNumber: MonthBooks['jobByNumber']
  readonly payeeOf: (worker: string) => Promise<Pick<BoundPayee, 'from'> | undefined>
}

/** What a person has, has put aside and has earned. Money in is positive, money out negative, both seen from the person's own pocket. */
export async function seeWallet(book: WalletBook, person: PersonId, now: Temporal.Instant): Promise<WalletView> {
  const { ledger, payeeOf } = book
  const [worker, employer] = [workerAccount(person), employerAccount(person)]
  const payee = await payeeOf(person)
  return {
    balanceFen: await ledger.amountOf(worker),
    outgoingFen: await ledger.amountOf(outgoingFigure(person)),
    payouts: (await openPayouts(book, person)).map(showPayout),
    payeeFrom: payee === undefined ? null : instantText(payee.from),
    heldFen: await ledger.amountOf(heldFigure(person)),
    ...(await earnedIn(book, person, now)),
    entries: await newest(ledger, { worker, employer }),
  }
}

type Earned = Pick<WalletView, 'earnedThisMonthFen' | 'cashThisMonthFen' | 'taxThisMonthFen' | 'jobsPaidThisMonth' | 'minutesThisMonth'>

async function earnedIn(books: MonthBooks, worker: PersonId, now: Temporal.Instant): Promise<Earned> {
  const month = await monthOf(books, worker, countyDay(now).toPlainYearMonth())
  return {
    earnedThisMonthFen: addFen(month.netFen, month.compensationFen),
    cashThisMonthFen: month.cashFen,
    taxThisMonthFen: month.taxFen,
    jobsPaidThisMonth: month.jobs,
    minutesThisMonth: month.minutes,
  }
}

/** What only passed by, such as the arrival of money that was counted when it left, is no row. */
const READ_FOR_NEWEST = 3 * NEWEST_ENTRIES

/** Money only passes through an employer's account, so his side of it is what the provider took from him and what is on its way back. */
async function newest(ledger: Book, { worker, employer }: { worker: AccountName; employer: AccountName }): Promise<WalletView['entries']> {
  const rowsOf = async (account: AccountName, seen: (entry: Entry) => Fen) => {
    const { docs } = await ledger.statement(account, { limit: READ_FOR_NEWEST })
    return docs.map((entry) => ({
      at: instantText(entry.at),
      kind: entry.kind,
      amountFen: seen(entry),
      job: 'job' in entry ? entry.jobNumber : null,
    }))
  }
  const rows = [
    ...(await rowsOf(worker, (entry) => addFen(changeOn(worker, entry), cashIn(entry)))),
    ...(await rowsOf(employer, (entry) => addFen(changeOn(PROVIDER, entry), changeOn(REFUNDS, entry), negateFen(cashIn(entry))))),
  ]
  const shown = rows.filter(({ amountFen }) => amountFen !== 0)
  return shown.sort((one, other) => other.at.localeCompare(one.at)).slice(0, NEWEST_ENTRIES)
}

/** Cash comes in and goes out with the same entry: what changed hands is what came in. */
const cashIn = ({ postings }: Entry): Fen =>
  negateFen(addFen(...postings.filter(({ account, amountFen }) => account === CASH && amountFen < 0).map(({ amountFen }) => amountFen)))
