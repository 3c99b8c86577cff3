import type { JobView } from '@linggong/api/contract/job.contract.ts'
import { isBefore } from '@linggong/api/core/clock.ts'
import { LIMIT } from '@linggong/api/core/limit.ts'
import type { Refused } from '@linggong/api/core/result.ts'
import { say } from '../copy/sayings.ts'
import { type Command, type Outcome, privately, type Reply, remembering, SILENCE, type Turn } from '../dialogue/turn.ts'
import { asking } from './confirmed-acts.ts'
import { refused } from './refused.ts'
import { askWhich, saidNumber, whichJob } from './which-job.ts'

const MOST_AT_ONCE = 3

/** 抢: no confirmation, speed matters; a minute of free undo instead. */
export const takeJob: Command = async (turn) => {
  const numbers = saidNumbers(turn)
  if (numbers.length > 1) return takeEach(turn, numbers.slice(0, MOST_AT_ONCE))
  const number = numbers[0] ?? (await onlyOpenJob(turn))
  return typeof number === 'string' ? takeOne(turn, number) : number
}

/** A number said or quoted; in private also the job that was looked at last. */
function saidNumbers(turn: Turn): readonly string[] {
  const { jobNos = [] } = turn.line.slots
  if (jobNos.length > 1) return [...new Set(jobNos)]
  const one = saidNumber(turn) ?? (turn.message.room === undefined ? turn.session.seen : null)
  return one === null ? [] : [one]
}

async function takeEach(turn: Turn, numbers: readonly string[]): Promise<Outcome> {
  let outcome: Outcome = SILENCE
  for (const number of numbers) {
    const { replies, session } = await takeOne({ ...turn, session: outcome.session ?? turn.session }, number)
    outcome = { ...outcome, ...(session === undefined ? {} : { session }), replies: [...outcome.replies, ...replies] }
  }
  return outcome
}

async function takeOne(turn: Turn, number: string): Promise<Outcome> {
  const taken = await turn.api('takeJob', { params: { number } })
  if (taken.ok) return took(turn, taken.value)
  return notTaken(turn, number, taken.refusal === 'not-a-worker' ? await ownJobFirst(turn, number, taken) : taken)
}

function took(turn: Turn, job: JobView): Outcome {
  const { count = 1, note } = turn.line.slots
  const answer = privately(
    say('took', { job, minutes: LIMIT.undoSeconds / 60 }),
    ...(count > 1 ? [say('onlyOwnSeat')] : []),
    ...(note === undefined ? [] : [say('noteNotPassed')]),
  )
  const inRoom: readonly Reply[] =
    turn.message.room === undefined ? [] : [{ to: 'room', saying: say('tookInRoom', { number: job.number, seatsLeft: job.seatsLeft }) }]
  return remembering(turn, { replies: [...inRoom, ...answer.replies] }, { grabbed: job.number })
}

/** To register as a worker would not help an employer to his own job. */
async function ownJobFirst({ api }: Turn, number: string, no: Refused): Promise<Refused> {
  const seen = await api('seeJob', { params: { number } })
  return seen.ok && seen.value.isEmployer ? { ok: false, refusal: 'own-job', facts: {} } : no
}

/** In the group only who is not registered is answered, because a stranger may not read the bot's private message yet. */
function notTaken(turn: Turn, number: string, no: Refused): Outcome {
  const answer = refused(no)
  if (no.refusal === 'not-a-worker') return remembering(turn, answer, { wanted: number })
  if (no.refusal !== 'not-registered') return answer
  const inRoom: readonly Reply[] = turn.message.room === undefined ? [] : [{ to: 'room', saying: say('registerFirst') }]
  return remembering(turn, { replies: [...inRoom, ...answer.replies] }, { wanted: number })
}

/** 「我来」 without a number: fine when only one job is open, else asked privately; no seat is taken by guessing. */
async function onlyOpenJob(turn: Turn): Promise<string | Outcome> {
  if (turn.message.room !== undefined && !turn.person) return SILENCE
  const found = await turn.api('listJobs', { query: { limit: LIMIT.jobsPerReply } })
  if (!found.ok) return refused(found)
  const [only, ...others] = found.value.jobs
  if (!only) return privately(say('noJobs', { narrowed: false }))
  return others.length === 0 ? only.number : askWhich(turn, { verb: 'take', jobs: found.value.jobs })
}

/** 「撤销」 means the grab just made. */
export const undoTake: Command = async (turn) => {
  const number = saidNumber(turn) ?? turn.session.grabbed
  const which = number === null ? await whichJob(turn, { verb: 'undo', among: ({ taken }) => stillTaken(taken) }) : { number }
  if ('ask' in which) return which.ask
  const undone = await turn.api('undoTake', { params: which })
  return undone.ok ? remembering(turn, privately(say('undone', which)), { grabbed: null }) : refused(undone)
}

const stillTaken = (taken: readonly JobView[]): readonly JobView[] => taken.filter(({ mine }) => mine?.state === 'taken')

/** How long before the start it is late to go back on one's word; null while there is time. */
function lateHours({ now, county }: Turn, { startsAt }: JobView): number | null {
  const { withinHours } = county.lateCancel
  return isBefore(now, Temporal.Instant.from(startsAt).subtract({ hours: withinHours })) ? null : withinHours
}

/** Why a seat in this state is not handed back: the same as the API would say to a 「确认」. */
const TOO_LATE = {
  started: 'already-started',
  finished: 'already-finished',
  confirmed: 'job-over',
  paid: 'job-over',
  cancelled: 'no-take',
  missed: 'no-take',
} as const

/** 退单 asks first: giving a seat up is not undone by another message. */
export const handBack: Command = async (turn) => {
  if (!turn.person) return refused({ ok: false, refusal: 'not-registered', facts: {} })
  const which = await whichJob(turn, { verb: 'handBack', among: ({ taken }) => stillTaken(taken) })
  if ('ask' in which) return which.ask
  const seen = await turn.api('seeJob', { params: which })
  if (!seen.ok) return refused(seen)
  const { mine, endsAt } = seen.value
  const state = mine?.state ?? 'cancelled'
  if (state === 'taken' && !isBefore(turn.now, Temporal.Instant.from(endsAt))) return refused({ ok: false, refusal: 'job-over', facts: {} })
  if (state !== 'taken') return refused({ ok: false, refusal: TOO_LATE[state], facts: {} })
  return asking(turn, { action: 'hand-back', ...which }, say('askHandBack', { job: seen.value, lateHours: lateHours(turn, seen.value) }))
}
