import type { JobView } from '@linggong/api/contract/job.contract.ts'
import type { WalletView } from '@linggong/api/contract/wallet.contract.ts'
import { inCounty } from '@linggong/api/core/clock.ts'
import { ENTRY_COPY } from '@linggong/api/core/ledger/entry-copy.ts'
import type { PersonRole } from '../dialogue/session.ts'
import { dayText, hoursText, lines, yuan } from './format.ts'

export interface Purse {
  readonly wallet: WalletView
  readonly roles: readonly PersonRole[]
  /** Finished work that its employer has not confirmed yet. */
  readonly awaited: readonly JobView[]
  /** Where there is more of it to see, for a short time. */
  readonly url: string | undefined
}

export function walletText({ wallet, roles, awaited, url }: Purse, now: Temporal.Instant): string {
  const { balanceFen, outgoingFen, heldFen, cashThisMonthFen, taxThisMonthFen, entries } = wallet
  const works = roles.includes('worker') || balanceFen + outgoingFen > 0
  return lines(
    works && `我的钱包：${yuan(balanceFen)}`,
    outgoingFen > 0 && `提现路上：${yuan(outgoingFen)}`,
    works && monthText(wallet),
    works && cashThisMonthFen > 0 && `其中现金${yuan(cashThisMonthFen)}`,
    works && taxThisMonthFen > 0 && `已扣个税${yuan(taxThisMonthFen)}`,
    ...awaited.map(({ number, payPerTakeFen }) => `还有${yuan(payPerTakeFen)}等老板确认【${number}】，不确认一天后自动付`),
    (roles.includes('employer') || heldFen > 0) && `招人放着的工钱：${yuan(heldFen)}`,
    ...entries.map(({ at, kind, amountFen, job }) => {
      const day = dayText(inCounty(Temporal.Instant.from(at)).toPlainDate(), now)
      return `${day} ${ENTRY_COPY[kind]}${yuan(Math.abs(amountFen))}${job === null ? '' : `【${job}】`}`
    }),
    entries.length + awaited.length === 0 && '还没有进出。',
    url !== undefined && '看明细、提现，点开：',
    url,
  )
}

function monthText({ earnedThisMonthFen, jobsPaidThisMonth, minutesThisMonth }: WalletView): string {
  const jobs = jobsPaidThisMonth > 0 && `${jobsPaidThisMonth}个活`
  const hours = minutesThisMonth > 0 && hoursText(minutesThisMonth)
  return [`这个月挣了${yuan(earnedThisMonthFen)}`, jobs, hours].filter((text) => text !== false).join('，')
}
