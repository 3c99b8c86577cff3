import { countyDay } from '@linggong/api/core/clock.ts'
import type { Refused } from '@linggong/api/core/result.ts'
import { readFigureQuestion } from '../copy/figure-words.ts'
import { say } from '../copy/sayings.ts'
import { type Outcome, privately, type Turn } from '../dialogue/turn.ts'
import { refused } from './refused.ts'

/** Whoever is none of the staff may well mean something else by the same words: 欠薪 is also a complaint. */
const unlessNobody = (no: Refused): Outcome | undefined =>
  no.refusal === 'not-allowed' || no.refusal === 'not-found' ? undefined : refused(no)

/** 今天统计, 预警: for somebody of the staff from his own contact, in private. undefined: the line is about something else. */
export async function seeFigures(turn: Turn): Promise<Outcome | undefined> {
  const asked = turn.message.room === undefined ? readFigureQuestion(turn.message.text) : undefined
  if (asked === undefined) return undefined
  if (asked.kind === 'alerts') return seeAlerts(turn)
  const { metrics, by, daysAgo, byTownship } = asked
  const at = countyDay(turn.now).subtract({ days: daysAgo }).toString()
  const query = { metrics: metrics.join(','), by, at, breakdown: byTownship ? ('township' as const) : ('none' as const) }
  const told = await turn.api('figuresInChat', { query })
  return told.ok ? privately(say('figures', told.value)) : unlessNobody(told)
}

async function seeAlerts(turn: Turn): Promise<Outcome | undefined> {
  const told = await turn.api('alertsInChat', {})
  if (!told.ok) return unlessNobody(told)
  return privately(told.value.alerts.length === 0 ? say('noAlerts') : say('alerts', told.value))
}
