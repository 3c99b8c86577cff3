import type { Incoming } from '../channel/port.ts'
import { holdsCode, spoilCode } from '../commands/bind-contact.ts'
import { emergency } from '../commands/help.ts'
import { offerToPost } from '../commands/post-job.ts'
import { isBareNumber, isToOther } from '../copy/answers.ts'
import { say } from '../copy/sayings.ts'
import type { Intent } from '../understand/intent.ts'
import type { Understanding } from '../understand/understanding.ts'
import { answerCommand } from './answer-command.ts'
import { afterAnswer, afterCommand, answerForm, backToDraft } from './answer-form.ts'
import { answerPicture } from './answer-picture.ts'
import { flagLine, signOf } from './flag-line.ts'
import { answerForOther } from './for-whom.ts'
import { isDraft } from './session.ts'
import { type Outcome, privately, type Turn } from './turn.ts'

/** In a group only what concerns a job of ours is acted on; everything else is people talking. */
const HEARD_IN_GROUP: readonly Intent[] = [
  'grab',
  'undo',
  'cancel_grab',
  'job_detail',
  'seek_job',
  'list_jobs',
  'post_job',
  'register',
  'help',
  'human_agent',
  'emergency',
]

/** Whether a line of a group is for the bot at all; what is not, is neither kept nor answered. */
export function isForBot(line: Understanding, { text, quote, mentioned }: Pick<Incoming, 'text' | 'quote' | 'mentioned'>): boolean {
  if (line.warnings.includes('id-number') || holdsCode(text)) return true
  if (isBareNumber(text) && quote === undefined) return false
  if (isToOther(text) && !mentioned) return false
  return mentioned || HEARD_IN_GROUP.includes(line.intent)
}

/** One line, one answer. */
export async function answerLine(turn: Turn): Promise<Outcome> {
  await flagLine(turn.api, signOf(turn.line), turn.message.room)
  if (turn.message.room !== undefined) return afterCommand(turn, await answerInGroup(turn))
  if (turn.line.intent === 'emergency' && turn.message.kind === 'text') return emergency(turn)
  return (await answerForOther(turn, answerOwn)) ?? answerOwn(turn)
}

/** What somebody says of himself, or for whom he helps. */
async function answerOwn(turn: Turn): Promise<Outcome> {
  if (turn.message.kind === 'picture') return answerPicture(turn)
  const { form } = turn.session
  const answered = form === null || holdsCode(turn.message.text) ? undefined : await answerForm(turn, form)
  if (!answered) return backToDraft(turn, afterCommand(turn, await answerCommand(turn)))
  const after = afterAnswer(turn, answered)
  return isDraft(form) ? after : backToDraft(turn, after)
}

async function answerInGroup(turn: Turn): Promise<Outcome> {
  const { line } = turn
  if (line.warnings.includes('id-number')) return privately(say('idNumberInGroup'))
  if (holdsCode(turn.message.text)) return spoilCode(turn)
  if (line.intent === 'emergency') return { replies: [{ to: 'room', saying: say('ambulance') }, ...(await emergency(turn)).replies] }
  if (line.intent === 'post_job') return offerToPost(turn)
  if (HEARD_IN_GROUP.includes(line.intent) && line.intent !== 'help') return answerCommand(turn)
  return { replies: [{ to: 'room', saying: say('atYourService') }] }
}
