import type { WalletView } from '@linggong/api/contract/wallet.contract.ts'
import { inCounty } from '@linggong/api/core/clock.ts'
import type { PersonRole } from '../dialogue/session.ts'
import { dayText, lines, yuan } from './format.ts'

/** The word says which way the money went, so no sign is needed. */
const KIND = { pay: '收工钱', hold: '放工钱', return: '退回', premium: '付保险费', 'premium-return': '退保险费' } as const

export function walletText(wallet: WalletView, roles: readonly PersonRole[], now: Temporal.Instant): string {
  const { balanceFen, heldFen, earnedThisMonthFen, entries } = wallet
  const works = roles.includes('worker') || balanceFen > 0
  return lines(
    works && `我的钱包：${yuan(balanceFen)}`,
    works && `这个月挣了${yuan(earnedThisMonthFen)}`,
    (roles.includes('employer') || heldFen > 0) && `招人放着的工钱：${yuan(heldFen)}`,
    ...entries.map(({ at, kind, amountFen, job }) => {
      const day = dayText(inCounty(Temporal.Instant.from(at)).toPlainDate(), now)
      return `${day} ${KIND[kind]}${yuan(Math.abs(amountFen))}${job === '' ? '' : `【${job}】`}`
    }),
    entries.length === 0 && '还没有进出。',
  )
}
