import { confirmWork, finishWork, startWork } from '../commands/attendance.ts'
import { cancelJob } from '../commands/cancel-job.ts'
import { findJobs, moreJobs, seekJobs } from '../commands/find-jobs.ts'
import * as helping from '../commands/help.ts'
import { insureJob } from '../commands/insure-job.ts'
import { acknowledge, choose, myOrders, seeJob, seeMe, seeWallet } from '../commands/my-things.ts'
import { confirmNothing, payWorkers } from '../commands/pay-workers.ts'
import { postJob } from '../commands/post-job.ts'
import { register } from '../commands/register.ts'
import { handBack, takeJob, undoTake } from '../commands/take-job.ts'
import { readPick } from '../copy/answers.ts'
import { say } from '../copy/sayings.ts'
import type { Intent } from '../understand/intent.ts'
import type { Verb } from './session.ts'
import { type Command, isExplicit, type Outcome, privately, remembering, type Turn } from './turn.ts'

/** What the bot can do so far; an intent without a row is passed to a person. */
const COMMANDS: Partial<Record<Intent, Command>> = {
  emergency: helping.emergency,
  register,
  real_name: async (turn) => (turn.person ? seeMe(turn) : register(turn)),
  my_profile: seeMe,
  post_job: postJob,
  seek_job: seekJobs,
  list_jobs: findJobs,
  available: findJobs,
  next_page: moreJobs,
  job_detail: seeJob,
  choose,
  grab: takeJob,
  undo: undoTake,
  cancel_grab: handBack,
  my_orders: myOrders,
  acknowledge,
  start_work: startWork,
  finish_work: finishWork,
  confirm_finish: confirmWork,
  pay: payWorkers,
  confirm: confirmNothing,
  publish: async () => privately(say('nothingToPublish')),
  wallet: seeWallet,
  insure: insureJob,
  claim_insurance: helping.claim,
  cancel_job: cancelJob,
  waitlist: helping.waitForSeat,
  complain: helping.complain,
  complaint_status: helping.complain,
  block: helping.complain,
  stop_notify: helping.ownNewsOnly,
  resume_notify: helping.newsInGroup,
  subscribe: helping.newsInGroup,
  spam: helping.noAdverts,
  statistics: helping.staffOnly,
  review: helping.staffOnly,
  assign_workers: helping.staffOnly,
  help: helping.help,
  human_agent: helping.human,
}

const BY_VERB: Readonly<Record<Verb, Command>> = {
  take: takeJob,
  undo: undoTake,
  handBack,
  start: startWork,
  finish: finishWork,
  confirm: confirmWork,
  insure: insureJob,
  cancel: cancelJob,
  see: seeJob,
}

/** The job that was asked for is named: what was wanted of it is done. */
export function doWith(turn: Turn, { verb, number, code }: { verb: Verb; number: string; code?: string | undefined }): Promise<Outcome> {
  const slots = { jobNo: number, ...(code === undefined ? {} : { code }) }
  return BY_VERB[verb]({ ...turn, line: { ...turn.line, slots } })
}

export async function answerCommand(turn: Turn): Promise<Outcome> {
  const picked = pick(turn)
  if (picked) return understood(turn, await picked)
  if (!turn.person && turn.line.warnings.includes('id-number')) return understood(turn, await register(turn))
  if (!isExplicit(turn)) return turn.line.intent === 'deny' ? helping.nothingToDeny(turn) : helping.notUnderstood(turn)
  const command = COMMANDS[turn.line.intent] ?? helping.notYet
  return understood(turn, await command(turn))
}

/** 抢2 below a list: the second job of it. */
function pick(turn: Turn): Promise<Outcome> | undefined {
  const { shown } = turn.session
  const picked = turn.message.room === undefined && shown.length > 0 ? readPick(turn.message.text) : undefined
  const number = picked && shown[picked.option - 1]
  return number === undefined ? undefined : doWith(turn, { verb: picked?.takes ? 'take' : 'see', number })
}

/** A line that led somewhere ends a row of misses. */
const understood = (turn: Turn, outcome: Outcome): Outcome => remembering(turn, outcome, { misses: 0 })
