import { confirmWork, finishWork, startWork } from '../commands/attendance.ts'
import { cancelJob, confirmed, insureJob } from '../commands/confirmed-acts.ts'
import { findJobs, moreJobs } from '../commands/find-jobs.ts'
import { emergency, hello, help, human, notUnderstood, notYet } from '../commands/help.ts'
import { choose, myOrders, seeJob, seeMe, seeWallet } from '../commands/my-things.ts'
import { answerPost, postJob } from '../commands/post-job.ts'
import { continueRegister, register } from '../commands/register.ts'
import { handBack, takeJob, undoTake } from '../commands/take-job.ts'
import { isAnswer } from '../copy/answers.ts'
import { say } from '../copy/sayings.ts'
import type { Intent } from '../understand/intent.ts'
import { type Command, type Outcome, privately, remembering, SILENCE, type Turn } from './turn.ts'

/** What the bot can do so far; an intent without a row is passed to a person. */
const COMMANDS: Partial<Record<Intent, Command>> = {
  emergency,
  register,
  real_name: seeMe,
  my_profile: seeMe,
  post_job: postJob,
  seek_job: findJobs,
  list_jobs: findJobs,
  next_page: moreJobs,
  job_detail: seeJob,
  choose,
  grab: takeJob,
  undo: undoTake,
  cancel_grab: handBack,
  my_orders: myOrders,
  start_work: startWork,
  finish_work: finishWork,
  confirm_finish: confirmWork,
  wallet: seeWallet,
  insure: insureJob,
  cancel_job: cancelJob,
  help,
  human_agent: human,
}

/** Lines that are answered even in the middle of a form, which then goes on. */
const INTERRUPTS: readonly Intent[] = ['help', 'human_agent', 'wallet', 'my_orders', 'emergency']

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

/** One line, one answer. */
export async function answerLine(turn: Turn): Promise<Outcome> {
  if (turn.message.room !== undefined) return answerInGroup(turn)
  if (turn.line.intent === 'emergency') return emergency(turn)
  return (await answerForm(turn)) ?? answerCommand(turn)
}

async function answerInGroup(turn: Turn): Promise<Outcome> {
  const { line, message } = turn
  if (line.warnings.includes('id-number')) return privately(say('idNumberInGroup'))
  const bareNumber = /^[\d+\s]+$/.test(message.text.normalize('NFKC'))
  if (bareNumber && message.quote === undefined) return SILENCE
  return HEARD_IN_GROUP.includes(line.intent) ? answerCommand(turn) : SILENCE
}

/** undefined: there is no form, or the line is about something else. */
async function answerForm(turn: Turn): Promise<Outcome | undefined> {
  const { form } = turn.session
  const { intent } = turn.line
  if (!form || (INTERRUPTS.includes(intent) && isExplicit(turn))) return undefined
  if (form.kind === 'register') return continueRegister(turn, form)
  if (form.kind === 'post') return answerPost(turn, form)
  if (isAnswer('drop', turn.message.text) || intent === 'deny') return remembering(turn, privately(say('dropped')), { form: null })
  if (intent === 'confirm' || isAnswer('agree', turn.message.text)) return confirmed(turn, form)
  return undefined
}

async function answerCommand(turn: Turn): Promise<Outcome> {
  const { intent } = turn.line
  if (!isExplicit(turn)) return isAnswer('greeting', turn.message.text) ? hello(turn) : notUnderstood(turn)
  if (intent === 'confirm' || intent === 'publish') return privately(say('nothingToConfirm'))
  const command = COMMANDS[intent] ?? notYet
  return understood(turn, await command(turn))
}

/** A line that led somewhere ends a row of misses, and a question that was not answered is no longer open. */
function understood(turn: Turn, outcome: Outcome): Outcome {
  const asked = outcome.session?.form ?? null
  const stale = turn.session.form?.kind === 'confirm' && asked === turn.session.form
  return remembering(turn, outcome, {
    misses: 0,
    ...(stale || (turn.session.form?.kind === 'confirm' && !outcome.session) ? { form: null } : {}),
  })
}

/** Whether the words themselves say it: for a private line it cannot place, the reader answers `help`. */
const isExplicit = ({ line, message }: Turn): boolean =>
  line.intent !== 'none' && line.intent !== 'deny' && (line.intent !== 'help' || line.explain.length > 0 || isAnswer('help', message.text))
