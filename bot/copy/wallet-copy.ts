import type { WalletView } from '@linggong/api/contract/wallet.contract.ts'
import { inCounty } from '@linggong/api/core/clock.ts'
import { dayText, lines, yuan } from './format.ts'

const KIND = { pay: '工钱', hold: '放工钱', return: '退回', premium: '保险费', 'premium-return': '退保险费' } as const

export function walletText({ balanceFen, heldFen, earnedThisMonthFen, entries }: WalletView, now: Temporal.Instant): string {
  return lines(
    `我的钱包：${yuan(balanceFen)}`,
    `这个月挣了${yuan(earnedThisMonthFen)}`,
    heldFen > 0 && `招人放着${yuan(heldFen)}`,
    ...entries.map(({ at, kind, amountFen, job }) => {
      const day = dayText(inCounty(Temporal.Instant.from(at)).toPlainDate(), now)
      return `${day} ${KIND[kind]}${yuan(amountFen)}${job === '' ? '' : `【${job}】`}`
    }),
  )
}
