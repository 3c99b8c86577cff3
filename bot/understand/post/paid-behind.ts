import { numeralAt } from '../numbers/numeral.ts'
import { isAt, signs } from '../words/signs.ts'
import type { JobReading } from './draft.ts'

/** 两个扎钢筋的 五个挑沙的 钢筋280: what is paid for work that was counted before is no job more. A part that was taken up says nothing any more. */
export function paidBehind(parts: readonly JobReading[]): readonly JobReading[] {
  const kept = [...parts]
  for (const [at, { draft }] of parts.entries()) {
    if (draft.headcount !== null || draft.pay === null) continue
    const counted = kept.findIndex(
      (one, before) => before < at && one.draft.trade === draft.trade && one.draft.headcount !== null && one.draft.pay === null,
    )
    const found = kept[counted]
    if (found === undefined) continue
    kept[counted] = { ...found, draft: { ...found.draft, pay: draft.pay } }
    kept[at] = { ...(parts[at] ?? found), draft: { ...draft, pay: null } }
  }
  return kept
}

const MASTER = '师傅'
const BREAKS = signs(' ,，。;、\n')
const LEAST_SUM = 60
const MOST_SUM = 2000

/** 贴砖师傅两个小工一个，师傅350小工190: who was named first is called by his kind when his pay is told. */
export function masterPaid(parts: readonly JobReading[], text: string): readonly JobReading[] {
  const [first, ...others] = parts
  const at = text.lastIndexOf(MASTER)
  const value = isAt(BREAKS, text, at - 1) ? (numeralAt(text, at + MASTER.length)?.value ?? 0) : 0
  if (first === undefined || first.draft.pay !== null || value < LEAST_SUM || value > MOST_SUM) return parts
  return [{ ...first, draft: { ...first.draft, pay: { amountFen: value * 100, unit: 'day' } } }, ...others]
}
