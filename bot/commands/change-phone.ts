import { readBareCode } from '../copy/answers.ts'
import { say } from '../copy/sayings.ts'
import type { PhoneForm } from '../dialogue/session.ts'
import { type Command, type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import { refused } from './refused.ts'

/** 换手机号 with the new one: a code goes to both; where nothing can be sent, the hall does it. */
export const changePhone: Command = async (turn) => {
  const { phone } = turn.line.slots
  if (phone === undefined) return privately(say('askNewPhone'))
  const asked = await turn.api('askPhoneCodes', { body: { phone } })
  if (asked.ok) return remembering(turn, privately(say('askOldCode', asked.value)), { form: { kind: 'phone', phone, oldCode: null } })
  return asked.refusal === 'change-at-hall' ? privately(say('changeAtHall', turn.county.hall)) : refused(asked)
}

/** The code of the old phone, then that of the new one. After a wrong one both are asked for again: which of them was wrong nobody learns. */
export async function answerPhone(turn: Turn, form: PhoneForm): Promise<Outcome | undefined> {
  const code = readBareCode(turn.message.text)
  if (code === undefined) return undefined
  if (form.oldCode === null) return remembering(turn, privately(say('askNewCode')), { form: { ...form, oldCode: code } })
  const changed = await turn.api('changePhone', { body: { phone: form.phone, oldCode: form.oldCode, newCode: code } })
  if (changed.ok) return privately(say('phoneChanged', changed.value))
  return changed.refusal === 'phone-code-wrong'
    ? remembering(turn, refused(changed), { form: { ...form, oldCode: null } })
    : refused(changed)
}
