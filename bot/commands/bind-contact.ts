import { readBareCode, readBindingCode, readStaffCode } from '../copy/answers.ts'
import { readJoinCode } from '../copy/company-words.ts'
import { readSecretOfHelper } from '../copy/helping-words.ts'
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

/** The codes that chat knows, and how each is made worth nothing. */
const SPOILT_BY = [
  [readBindingCode, 'spoilBindingCode'],
  [readStaffCode, 'spoilStaffContactCode'],
  [readSecretOfHelper, 'spoilHelperCode'],
  [readJoinCode, 'spoilCompanyCode'],
] as const

/** Whether a line of a group holds a code, which is then nobody's word and no secret any more. */
export const holdsCode = (text: string): boolean => SPOILT_BY.some(([read]) => read(text) !== undefined)

/** A code that the whole group has read is worth nothing from now on. It is not said again. */
export async function spoilCode(turn: Turn): Promise<Outcome> {
  for (const [read, route] of SPOILT_BY) {
    const code = read(turn.message.text)
    if (code !== undefined) await turn.api(route, { body: { code } })
  }
  return privately(say('codeInGroup'))
}
