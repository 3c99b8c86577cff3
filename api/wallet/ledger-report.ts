import type { Fen } from '../core/money.ts'
import type { LedgerReport } from './verify-ledger.ts'

const NAME_WIDTH = 18
const AMOUNT_WIDTH = 18
const FAULTS_SHOWN = 1000

const yuan = (amountFen: Fen): string => (amountFen / 100).toFixed(2)
const row = (name: string, value: string): string => `${name.padEnd(NAME_WIDTH)}${value.padStart(AMOUNT_WIDTH)}`

/** Whether the book is as it should be. */
export const isClean = ({ trialBalanceFen, faults }: LedgerReport): boolean => trialBalanceFen === 0 && faults.length === 0

/** The report as lines to read, amounts in yuan. */
export function ledgerLines(report: LedgerReport): readonly string[] {
  const { entries, trialBalanceFen, totalsFen, faults } = report
  const more = faults.length - FAULTS_SHOWN
  return [
    row('entries', String(entries)),
    row('trial balance', yuan(trialBalanceFen)),
    ...Object.entries(totalsFen).map(([kind, amountFen]) => row(`  ${kind}`, yuan(amountFen))),
    row('faults', String(faults.length)),
    ...faults.slice(0, FAULTS_SHOWN).map(({ where, fault }) => `  ${where}: ${fault}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
    isClean(report) ? 'The book is right.' : 'THE BOOK IS NOT RIGHT.',
  ]
}
