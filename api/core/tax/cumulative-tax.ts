import { addFen, type Fen, fen, subtractFen, timesFen } from '../money.ts'
import { percentOf, taxOn } from './bracket.ts'
import type { CumulativeRules } from './tax-rules.ts'

/** Where a worker stands in the months that are taxed together, the payment in question included. */
export interface YearSoFar {
  readonly months: number
  readonly incomeFen: Fen
  readonly withheldFen: Fen
  /** 免税收入, 依法确定的其他扣除 and 减免税额: nothing on this platform gives rise to them, so far they are what the worker proves. */
  readonly exemptFen?: Fen
  readonly otherFen?: Fen
  readonly reliefFen?: Fen
}

/**
 * 本期应预扣预缴税额 of 公告2025年第16号: (income − 20 % costs − exempt − 5 000 yuan a month − other) × rate − quick deduction − relief −
 * withheld before. A negative rest is not paid out but waits for the yearly settlement (公告2018年第61号第六条: 余额为负值时，暂不退税).
 */
export function cumulativeTax({ costsPercent, allowancePerMonthFen, brackets }: CumulativeRules, soFar: YearSoFar): Fen {
  const { months, incomeFen, withheldFen, exemptFen = fen(0), otherFen = fen(0), reliefFen = fen(0) } = soFar
  const offFen = addFen(percentOf(incomeFen, costsPercent), exemptFen, timesFen(allowancePerMonthFen, months), otherFen)
  const dueFen = taxOn(brackets, subtractFen(incomeFen, offFen))
  return fen(Math.max(0, subtractFen(dueFen, addFen(reliefFen, withheldFen))))
}
