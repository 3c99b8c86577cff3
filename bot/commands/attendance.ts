import { say } from '../copy/sayings.ts'
import { type Command, privately, type Turn } from '../dialogue/turn.ts'
import { refused } from './refused.ts'
import { whichJob } from './which-job.ts'

const START_CODE = /^\d{4}$/

/** 开工 4821: four digits are the code; which job follows from whose code it is, or is asked. */
export const startWork: Command = async (turn) => {
  const code = turn.line.slots.code ?? fourDigits(turn.line.slots.jobNo)
  if (code === undefined || !START_CODE.test(code)) return privately(say('askStartCode'))
  const named = turn.line.slots.jobNo === code ? withoutNumber(turn) : turn
  const which = await whichJob(named, {
    verb: 'start',
    among: ({ taken }) =>
      taken
        .filter(({ mine }) => mine?.state === 'taken')
        .reverse()
        .slice(0, 1),
  })
  if ('ask' in which) return which.ask
  const started = await turn.api('startWork', { params: which, body: { code } })
  return started.ok ? privately(say('started', { job: started.value })) : refused(started)
}

const fourDigits = (text: string | undefined): string | undefined => (text?.length === 4 ? text : undefined)

function withoutNumber(turn: Turn): Turn {
  const { jobNo: _, ...slots } = turn.line.slots
  return { ...turn, line: { ...turn.line, slots } }
}

export const finishWork: Command = async (turn) => {
  const which = await whichJob(turn, { verb: 'finish', among: ({ taken }) => taken.filter(({ mine }) => mine?.state === 'started') })
  if ('ask' in which) return which.ask
  const finished = await turn.api('finishWork', { params: which })
  return finished.ok ? privately(say('finished', { job: finished.value })) : refused(finished)
}

/** 确认完工 is the employer's confirmation itself: it says the number or means the only job somebody has finished. */
export const confirmWork: Command = async (turn) => {
  const waiting = {
    verb: 'confirm',
    among: ({ posted }: Posted) => posted.filter(({ takes }) => takes.some(({ state }) => state === 'finished')),
  } as const
  const which = await whichJob(turn, waiting)
  if ('ask' in which) return which.ask
  const before = await turn.api('seeJob', { params: which })
  if (!before.ok) return refused(before)
  const confirmed = await turn.api('confirmWork', { params: which })
  if (!confirmed.ok) return refused(confirmed)
  const count = before.value.takes.filter(({ state }) => state === 'finished').length
  return privately(say('confirmed', { job: confirmed.value, count }))
}

type Posted = Parameters<Parameters<typeof whichJob>[1]['among']>[0]
