import { fen } from '../../core/money.ts'
import type { PayFacts, PayState, PayView } from '../pay-view.ts'

export const NOON = Temporal.Instant.from('2026-11-23T12:00:00+08:00')
export const CODE_URL = 'weixin://wxpay/bizpayurl?pr=NwY5Mz9'

export const ASKED = { state: 'asked', codeUrl: CODE_URL, expiresAt: NOON.add({ hours: 1, minutes: 58 }) } as const satisfies PayState

/** Three people to carry desks, insured. */
export const aPayView = (state: PayState = ASKED, facts: Partial<PayFacts> = {}): PayView => ({
  purpose: 'hold',
  jobNumber: '10244',
  trade: '搬运',
  place: '县政府对面',
  amountFen: fen(32_100),
  parts: [
    { kind: 'pay', amountFen: fen(30_000), each: { people: 3, amountFen: fen(10_000) } },
    { kind: 'premium', amountFen: fen(2_100), each: { people: 3, amountFen: fen(700) } },
  ],
  ...facts,
  ...state,
})
