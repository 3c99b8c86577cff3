import { readBareCode, readBindingCode, readStaffCode } from '../copy/answers.ts'
import { say } from '../copy/sayings.ts'
import { type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import { refused } from './refused.ts'

/** 绑定 12345678, or for whoever is nobody yet the digits alone; 工作号 12345678. undefined: the line is about something else. */
export async function bindContact(turn: Turn): Promise<Outcome | undefined> {
  const { text } = turn.message
  const staffCode = readStaffCode(text)
  if (staffCode !== undefined) return bindStaff(turn, staffCode)
  const code = readBindingCode(text) ?? (turn.person === undefined ? readBareCode(text) : undefined)
  if (code === undefined) return undefined
  const bound = await turn.api('bindContact', { body: { code } })
  return bound.ok ? withoutRegistration(turn, privately(say('contactBound', bound.value))) : refused(bound)
}

/** Who has become somebody need not go on registering. */
const withoutRegistration = (turn: Turn, outcome: Outcome): Outcome =>
  turn.session.form?.kind === 'register' ? remembering(turn, outcome, { form: null }) : outcome

async function bindStaff(turn: Turn, code: string): Promise<Outcome> {
  const bound = await turn.api('bindStaffContact', { body: { code } })
  return bound.ok ? privately(say('staffContactBound')) : refused(bound)
}

/** Whether a line of a group holds a code, which is then nobody's word and no secret any more. */
export const holdsCode = (text: string): boolean => readBindingCode(text) !== undefined || readStaffCode(text) !== undefined

/** A code that the whole group has read is worth nothing from now on. It is not said again. */
export async function spoilCode(turn: Turn): Promise<Outcome> {
  const [code, staffCode] = [readBindingCode(turn.message.text), readStaffCode(turn.message.text)]
  if (code !== undefined) await turn.api('spoilBindingCode', { body: { code } })
  if (staffCode !== undefined) await turn.api('spoilStaffContactCode', { body: { code: staffCode } })
  return privately(say('codeInGroup'))
}
