import { inCounty } from '@linggong/api/core/clock.ts'
import { appeal, seeConduct } from '../commands/appeal.ts'
import { finishWork, startWork } from '../commands/attendance.ts'
import { bindContact } from '../commands/bind-contact.ts'
import { cancelJob } from '../commands/cancel-job.ts'
import { changePhone } from '../commands/change-phone.ts'
import { companyCommand } from '../commands/company.ts'
import { eraseMe } from '../commands/erase-me.ts'
import { exportMine } from '../commands/export-mine.ts'
import { findJobs, moreJobs, seekJobs } from '../commands/find-jobs.ts'
import * as helping from '../commands/help.ts'
import { insureJob } from '../commands/insure-job.ts'
import { seeLicences } from '../commands/my-licences.ts'
import { acknowledge, choose, myOrders, seeJob, seeMe, seeWallet } from '../commands/my-things.ts'
import { answerOffer, badWeather, hasOffer, overtime, payCash, receivedFen } from '../commands/offer-pay.ts'
import { bindPayee, payOut, takeBackPayout } from '../commands/pay-out.ts'
import { confirmNothing, confirmWork, payWorkers } from '../commands/pay-workers.ts'
import { postJob } from '../commands/post-job.ts'
import { rate } from '../commands/rate.ts'
import { register } from '../commands/register.ts'
import { seeFigures } from '../commands/see-figures.ts'
import { seeRatings, whoTook } from '../commands/see-repute.ts'
import { askForLicence } from '../commands/send-licence.ts'
import { settleOutOfTheBlue } from '../commands/settle-work.ts'
import { handBack, takeJob, undoTake } from '../commands/take-job.ts'
import { tellSkills } from '../commands/tell-skills.ts'
import { block, prefer, seeTies, unblock, unprefer } from '../commands/tie.ts'
import { seeWageSlip } from '../commands/wage-slip.ts'
import { isAnswer, readPick } from '../copy/answers.ts'
import { beginsRating } from '../copy/rating-answers.ts'
import { say } from '../copy/sayings.ts'
import type { Intent } from '../understand/intent.ts'
import type { Verb } from './session.ts'
import { type Command, isExplicit, type Outcome, privately, remembering, type Turn } from './turn.ts'

/** What the bot can do so far; an intent without a row is passed to a person. */
const COMMANDS: Partial<Record<Intent, Command>> = {
  emergency: helping.emergency,
  register,
  unregister: eraseMe,
  real_name: async (turn) => (turn.person ? seeMe(turn) : register(turn)),
  my_profile: seeMe,
  my_certs: seeLicences,
  add_skill: tellSkills,
  upload_cert: askForLicence,
  post_job: postJob,
  seek_job: seekJobs,
  list_jobs: findJobs,
  change_phone: changePhone,
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
  pay_each: payWorkers,
  pay_cash: payCash,
  bad_weather: badWeather,
  overtime,
  confirm: confirmNothing,
  publish: async () => privately(say('nothingToPublish')),
  wallet: seeWallet,
  withdraw: payOut,
  wage_slip: seeWageSlip,
  rate,
  see_ratings: seeRatings,
  who_took: whoTook,
  insure: insureJob,
  edit_job: helping.cannotEdit,
  repeat_job: postJob,
  claim_insurance: helping.claim,
  cancel_job: cancelJob,
  waitlist: helping.waitForSeat,
  complain: helping.complain,
  complaint_status: helping.complain,
  appeal,
  my_conduct: seeConduct,
  block,
  unblock,
  prefer,
  unprefer,
  my_ties: seeTies,
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
  pay: payWorkers,
  insure: insureJob,
  cancel: cancelJob,
  see: seeJob,
  rate,
  partDay: badWeather,
  overtime,
  cash: payCash,
  agree: (turn) => answerOffer(turn, true),
  decline: (turn) => answerOffer(turn, false),
}

interface Meant {
  readonly verb: Verb
  readonly number?: string
  readonly code?: string | undefined
  readonly words?: string | undefined
}

/** The job that was asked for is named, or described once more: what was wanted of it is done. */
export function doWith(turn: Turn, { verb, number, code, words }: Meant): Promise<Outcome> {
  const slots = { ...(number === undefined ? {} : { jobNo: number }), ...(code === undefined ? {} : { code }) }
  const message = words === undefined ? turn.message : { ...turn.message, text: words }
  return BY_VERB[verb]({ ...turn, message, line: { ...turn.line, slots } })
}

export async function answerCommand(turn: Turn): Promise<Outcome> {
  const picked = pick(turn)
  if (picked) return understood(turn, await picked)
  const bound = await bindContact(turn)
  if (bound) return understood(turn, bound)
  if (isAnswer('dropAct', turn.message.text)) return privately(say('dropped'))
  if (isAnswer('exportMine', turn.message.text)) return understood(turn, exportMine(turn))
  if (isAnswer('bindPayee', turn.message.text)) return understood(turn, await bindPayee(turn))
  if (isAnswer('dropPayout', turn.message.text)) return understood(turn, await takeBackPayout(turn))
  const figures = await seeFigures(turn)
  if (figures) return understood(turn, figures)
  const forCompany = await companyCommand(turn)
  if (forCompany) return understood(turn, forCompany)
  if (!turn.person && turn.line.warnings.includes('id-number')) return understood(turn, await register(turn))
  if (beginsRating(turn.message.text)) return understood(turn, await rate(turn))
  const settling = await settleOutOfTheBlue(turn)
  if (settling) return understood(turn, settling)
  if (receivedFen(turn) !== undefined) return understood(turn, await answerOffer(turn, true))
  if (turn.line.intent === 'deny')
    return (await hasOffer(turn)) ? understood(turn, await answerOffer(turn, false)) : helping.nothingToDeny(turn)
  if (!isExplicit(turn)) return unplaced(turn)
  const command = COMMANDS[turn.line.intent] ?? helping.notYet
  return understood(turn, await command(turn))
}

/** 摘橙子的, said by somebody who looks for work: what there is of that kind. */
async function unplaced(turn: Turn): Promise<Outcome> {
  if (isAnswer('goodbye', turn.message.text)) return privately(say('welcome'))
  const trade =
    turn.person?.roles.includes('worker') === false ? 'unsure' : turn.reader.readSlot('trade', turn.message.text, inCounty(turn.now))
  if (trade === 'unsure' || trade === 'past') return helping.notUnderstood(turn)
  return understood(turn, await findJobs({ ...turn, line: { ...turn.line, slots: { trade } } }))
}

/** 抢2 below a list: the second job of it. 我要去 below a job: that one. */
function pick(turn: Turn): Promise<Outcome> | undefined {
  const { message, session } = turn
  if (message.room !== undefined) return undefined
  if (session.seen !== null && isAnswer('want', message.text)) return doWith(turn, { verb: 'take', number: session.seen })
  const picked = readPick(message.text)
  const number = picked && session.shown[picked.option - 1]
  return number === undefined ? undefined : doWith(turn, { verb: picked?.takes ? 'take' : 'see', number })
}

/** A line that led somewhere ends a row of misses. */
const understood = (turn: Turn, outcome: Outcome): Outcome => remembering(turn, outcome, { misses: 0 })
