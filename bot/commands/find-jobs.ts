import { inCounty } from '@linggong/api/core/clock.ts'
import { LIMIT } from '@linggong/api/core/limit.ts'
import { say } from '../copy/sayings.ts'
import { newRegisterForm, questionOf } from '../dialogue/register-form.ts'
import type { Search } from '../dialogue/session.ts'
import { type Command, type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import { refused } from './refused.ts'

/** 我想找事做, from somebody nobody knows yet: registering is the first step, looking is free. */
export const seekJobs: Command = async (turn) => {
  const { trade, place } = turn.line.slots
  const isNarrowed = trade !== undefined || place !== undefined || daySaid(turn) !== undefined
  if (isNarrowed || turn.message.room !== undefined) return findJobs(turn)
  if (turn.person) return turn.person.roles.includes('worker') ? findJobs(turn) : becomeWorker(turn)
  const form = newRegisterForm('worker')
  return remembering(turn, privately(say('registerToFind'), questionOf(form, turn.now)), { form })
}

async function becomeWorker(turn: Turn): Promise<Outcome> {
  const added = await turn.api('addRole', { body: { role: 'worker' } })
  if (!added.ok) return refused(added)
  const found = await findJobs(turn)
  return { ...found, replies: [...privately(say('roleAdded', { role: 'worker', wanted: turn.session.wanted })).replies, ...found.replies] }
}

/** 找活, with a trade, a place, a day or a least pay when the line named them. */
export const findJobs: Command = (turn) => {
  const { trade, place, minimumPayFen } = turn.line.slots
  const township = place === undefined ? '' : turn.county.townshipOf(place)
  const day = daySaid(turn)
  return showJobs(turn, {
    ...(trade === undefined ? {} : { trade }),
    ...(township === '' ? {} : { township }),
    ...(day === undefined ? {} : { day }),
    ...(minimumPayFen === undefined ? {} : { leastPayFen: minimumPayFen }),
  })
}

/** 我今天有空: what there is to do that day. */
function daySaid({ line, reader, message, now }: Turn): string | undefined {
  if (line.slots.date !== undefined) return line.slots.date
  const said = reader.readSlot('start', message.text, inCounty(now))
  return said === 'past' || said === 'unsure' ? undefined : said.slice(0, 10)
}

/** 更多: the next page of the search shown last; without one, the first page of all. */
export const moreJobs: Command = async (turn) => {
  const { search } = turn.session
  if (search && search.after === undefined) return privately(say('noMoreJobs'))
  return showJobs(turn, search ?? {})
}

async function showJobs(turn: Turn, search: Search): Promise<Outcome> {
  const limit = LIMIT.jobsPerReply
  const found = await turn.api('listJobs', { query: { ...search, limit } })
  if (!found.ok) return refused(found)
  const { jobs, next } = found.value
  const narrowed = Object.keys(search).length > 0
  if (jobs.length === 0) return remembering(turn, privately(say('noJobs', { narrowed })), { shown: [], seen: null })
  const { after: _, ...same } = search
  return remembering(turn, privately(say('jobs', { jobs, more: next !== null })), {
    shown: jobs.map(({ number }) => number),
    seen: null,
    search: { ...same, ...(next === null ? {} : { after: next }) },
  })
}
