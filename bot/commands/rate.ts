import type { JobView, TakeView } from '@linggong/api/contract/job.contract.ts'
import { isBefore } from '@linggong/api/core/clock.ts'
import { readStarsAnswer, withoutRatingVerbs } from '../copy/rating-answers.ts'
import { say } from '../copy/sayings.ts'
import type { StarsForm } from '../dialogue/session.ts'
import { type Command, type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'
import { readRatings, type SaidRating } from './read-ratings.ts'
import { refused } from './refused.ts'
import { whichJob } from './which-job.ts'

interface Mine {
  readonly posted: readonly JobView[]
  readonly taken: readonly JobView[]
}

const seatsOf = ({ isEmployer, mine, takes }: JobView): readonly TakeView[] => (isEmployer ? takes : mine === null ? [] : [mine])

const isOpen = ({ rating }: TakeView, now: Temporal.Instant): boolean =>
  rating !== null && !rating.shown && isBefore(now, Temporal.Instant.from(rating.until))

/** What is still to be rated; where nothing is, what can still be said otherwise. */
function toRate({ posted, taken }: Mine, now: Temporal.Instant): readonly JobView[] {
  const open = [...taken, ...posted].filter((job) => seatsOf(job).some((seat) => isOpen(seat, now)))
  const unrated = open.filter((job) => seatsOf(job).some((seat) => isOpen(seat, now) && seat.rating?.own === null))
  return unrated.length > 0 ? unrated : open
}

/** 「5星 干活利索」「差评 拖欠工钱」: after a take is paid, each side of the other; sealed until both have said it. */
export const rate: Command = async (turn) => {
  const words = turn.message.text
  const which = await whichJob(turn, { verb: 'rate', among: (mine) => toRate(mine, turn.now), words })
  if ('ask' in which) return which.ask
  const seen = await turn.api('seeJob', { params: which })
  if (!seen.ok) return refused(seen)
  const said = readRatings(words, seen.value.isEmployer ? seen.value.takes : [])
  const named = said.filter(({ stars }) => stars !== undefined)
  if (named.length > 0) return rateEach(turn, seen.value, named)
  const form: StarsForm = { kind: 'stars', number: which.number, words: withoutRatingVerbs(words) }
  return remembering(turn, privately(say('askStars')), { form })
}

async function rateEach(turn: Turn, before: JobView, said: readonly SaidRating[]): Promise<Outcome> {
  const ratings = said.map(({ take, stars = 0, text }) => ({ stars, text, ...(take === undefined ? {} : { take }) }))
  const rated = await turn.api('rateJob', { params: { number: before.number }, body: { ratings } })
  if (!rated.ok) return refused(rated)
  const open = new Set(
    seatsOf(before)
      .filter((seat) => isOpen(seat, turn.now))
      .map(({ take }) => take),
  )
  const meant = ratings.some(({ take }) => take === undefined) ? open : new Set(ratings.map(({ take }) => take))
  const seats = seatsOf(rated.value).filter(({ take }) => open.has(take) && meant.has(take))
  const isMasked = seats.some(({ rating }) => !ratings.some(({ text }) => text === (rating?.own?.text ?? '')))
  return privately(say('rated', { job: rated.value, seats, isMasked }))
}

/** The answer to 「几颗星」. undefined: it is none. */
export async function answerStars(turn: Turn, { number, words }: StarsForm): Promise<Outcome | undefined> {
  const stars = readStarsAnswer(turn.message.text)
  if (stars === undefined) return undefined
  return rate({ ...turn, message: { ...turn.message, text: `${words} ${stars}星` }, line: { ...turn.line, slots: { jobNo: number } } })
}
