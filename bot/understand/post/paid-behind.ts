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
