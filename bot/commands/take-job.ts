import type { JobView } from '@linggong/api/contract/job.contract.ts'
import { LIMIT } from '@linggong/api/core/limit.ts'
import type { Refused } from '@linggong/api/core/result.ts'
import { type Saying, say } from '../copy/sayings.ts'
import { type Command, type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import { refused } from './refused.ts'
import { saidNumber, whichJob } from './which-job.ts'

/** 抢: no confirmation, speed matters; a minute of free undo instead. */
export const takeJob: Command = async (turn) => {
  const number = saidNumber(turn) ?? (await onlyOpenJob(turn))
  if (typeof number !== 'string') return number
  const taken = await turn.api('takeJob', { params: { number } })
  return taken.ok ? took(turn, taken.value) : notTaken(turn, taken)
}

function took({ message, line }: Turn, job: JobView): Outcome {
  const details: Saying[] = [say('took', { job, minutes: LIMIT.undoSeconds / 60 })]
  if ((line.slots.count ?? 1) > 1) details.push(say('onlyOwnSeat'))
  const answer = privately(...details)
  if (message.room === undefined) return answer
  const inRoom = say('tookInRoom', { number: job.number, seatsLeft: job.seatsLeft })
  return { replies: [{ to: 'room', saying: inRoom }, ...answer.replies] }
}

/** In the group only who is not registered is answered, because a stranger may not read the bot's private message yet. */
function notTaken({ message }: Turn, no: Refused): Outcome {
  const answer = refused(no)
  if (message.room === undefined || no.refusal !== 'not-registered') return answer
  return { replies: [{ to: 'room', saying: say('registerFirst') }, ...answer.replies] }
}

/** 「我来」 without a number: fine when only one job is open, else asked privately; no seat is taken by guessing. */
async function onlyOpenJob(turn: Turn): Promise<string | Outcome> {
  const found = await turn.api('listJobs', { query: { limit: LIMIT.jobsPerReply } })
  if (!found.ok) return refused(found)
  const [only, ...others] = found.value.jobs
  if (!only) return privately(say('noJobs', { narrowed: false }))
  if (others.length === 0) return only.number
  const shown = found.value.jobs.map(({ number }) => number)
  return remembering(turn, privately(say('whichJob', { verb: 'take', jobs: found.value.jobs })), { shown })
}

export const undoTake: Command = async (turn) => {
  const which = await whichJob(turn, { verb: 'undo', among: ({ taken }) => newestTaken(taken) })
  if ('ask' in which) return which.ask
  const undone = await turn.api('undoTake', { params: which })
  return undone.ok ? privately(say('undone', which)) : refused(undone)
}

/** 「撤销」 means the grab just made; the list is the newest first by the end of the work, so all that could be meant are kept. */
const newestTaken = (taken: readonly JobView[]): readonly JobView[] => taken.filter(({ mine }) => mine?.state === 'taken')

/** 退单 asks first: giving a seat up is not undone by another message. */
export const handBack: Command = async (turn) => {
  const which = await whichJob(turn, { verb: 'handBack', among: ({ taken }) => newestTaken(taken) })
  if ('ask' in which) return which.ask
  const seen = await turn.api('seeJob', { params: which })
  if (!seen.ok) return refused(seen)
  const { mine } = seen.value
  if (mine?.state !== 'taken')
    return refused({ ok: false, refusal: mine && mine.state !== 'cancelled' ? 'already-started' : 'no-take', facts: {} })
  return remembering(turn, privately(say('askHandBack', { job: seen.value })), { form: { kind: 'confirm', action: 'hand-back', ...which } })
}
