import { sendBusinessLicence } from '../commands/company.ts'
import { sendLicencePicture } from '../commands/send-licence.ts'
import { say } from '../copy/sayings.ts'
import { afterAnswer, afterCommand } from './answer-form.ts'
import { type Outcome, privately, type Turn } from './turn.ts'

/** A picture in a private chat: what it is of was said before, or is asked now. */
export async function answerPicture(turn: Turn): Promise<Outcome> {
  const { picture } = turn.message
  if (picture === undefined) return privately(say('pictureLost'))
  if (picture.missing !== undefined) return privately(say(picture.missing === 'lost' ? 'pictureLost' : 'pictureTooLarge'))
  if (turn.person === undefined) return privately(say('refused', { refusal: 'not-registered', facts: {} }))
  const { form } = turn.session
  if (form?.kind === 'company') return afterAnswer(turn, await sendBusinessLicence(turn, form, picture.base64))
  const outcome = await sendLicencePicture(turn, picture.base64)
  const isAwaited = form?.kind === 'picture' || form?.kind === 'cert'
  return isAwaited ? afterAnswer(turn, outcome) : afterCommand(turn, outcome)
}
