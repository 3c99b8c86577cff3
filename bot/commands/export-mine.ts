import { say } from '../copy/sayings.ts'
import { type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import { refused } from './refused.ts'

/** 我的资料, 导出我的资料: all that there is of whoever asks, once he has said yes. */
export function exportMine(turn: Turn): Outcome {
  if (turn.person === undefined) return refused({ ok: false, refusal: 'not-registered', facts: {} })
  return remembering(turn, privately(say('askExport')), { form: { kind: 'export' } })
}

/** The address of the page that he takes it from: for himself, for minutes. */
export async function exportConfirmed(turn: Turn): Promise<Outcome> {
  const page = await turn.api('openPage', { body: { page: 'own-data' } })
  return page.ok ? privately(say('exportAt', { url: page.value.url })) : refused(page)
}
