import { inCounty } from '@linggong/api/core/clock.ts'
import { readWish } from '../copy/answers.ts'
import { say } from '../copy/sayings.ts'
import { type Command, privately, type Turn } from '../dialogue/turn.ts'
import { refused } from './refused.ts'

/** Every trade that a part of the line names. */
function tradesIn(turn: Turn, text: string): readonly string[] {
  if (text === '') return []
  const line = { text, channel: 'private', role: 'worker', now: inCounty(turn.now), context: [] } as const
  const { trade, trades = [] } = turn.reader.understand(line).slots
  const read = turn.reader.readSlot('trade', text, inCounty(turn.now))
  const one = trade ?? (typeof read === 'string' && read !== 'unsure' && read !== 'past' ? read : undefined)
  return [...new Set([...(one === undefined ? [] : [one]), ...trades])]
}

/** 装修 is no trade of the county, and a wish all the same. */
const wordIn = (wish: string): string[] => (/^\p{sc=Han}{2,8}$/u.test(wish) ? [wish] : [])

/** 我会电焊 水管，想干装修: what he can do and what he would like to are two lists. */
export const tellSkills: Command = async (turn) => {
  if (!turn.person) return refused({ ok: false, refusal: 'not-registered', facts: {} })
  const { can, wish } = readWish(turn.message.text)
  const skills = [...tradesIn(turn, can)]
  const wished = tradesIn(turn, wish)
  const wishes = wished.length > 0 ? [...wished] : wordIn(wish)
  if (skills.length + wishes.length === 0) return privately(say('askSkills'))
  const told = await turn.api('tellSkills', { body: { skills, wishes } })
  return told.ok ? privately(say('skillsKept', told.value)) : refused(told)
}
