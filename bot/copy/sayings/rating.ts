import type { JobView, TakeView } from '@linggong/api/contract/job.contract.ts'
import type { EmployerReputeView, WorkerReputeView } from '@linggong/api/contract/repute-shapes.ts'
import { dayText, lines } from '../format.ts'
import { ratingText } from '../job-copy.ts'
import { employerText, workerText } from '../repute-copy.ts'
import type { Nothing, Now } from './about.ts'

interface Rated {
  readonly job: JobView
  /** Those whom it was said of, or the worker's own. */
  readonly seats: readonly TakeView[]
  /** Some words are not kept as they were said. */
  readonly isMasked: boolean
}

const SHOWN = 5

/** 林*香5星，干活利索; who is rated alike is named together. */
function ownText({ job, seats }: Rated): string {
  const alike = Map.groupBy(seats, ({ rating }) => (rating?.own ? ratingText(rating.own) : ''))
  return [...alike]
    .slice(0, SHOWN)
    .map(([text, some]) => {
      if (!job.isEmployer) return `给老板评了${text}`
      return `给${some.length === 1 ? some[0]?.workerName : `${some.length}个工友`}评了${text}`
    })
    .join('；')
}

interface Ratings {
  readonly number: string
  readonly employerName: string
  readonly repute: EmployerReputeView
  readonly latest: readonly { readonly stars: number; readonly text: string; readonly day: string }[]
}

export const RATING = {
  ratings: ({ number, employerName, repute, latest }: Ratings, now: Now) =>
    lines(
      `【${number}】的老板${employerName}：`,
      employerText(repute),
      ...latest.map((said) => `${dayText(Temporal.PlainDate.from(said.day), now)}：${ratingText(said)}`),
      latest.length === 0 && '还没有人评过。',
    ),
  ownRepute: ({ asWorker, asEmployer }: { asWorker: WorkerReputeView | null; asEmployer: EmployerReputeView | null }) =>
    lines(
      '别人看到的你：',
      asWorker && `干活：${workerText(asWorker)}`,
      asEmployer && `招人：${employerText(asEmployer)}`,
      '只算最近半年。',
    ),
  askStars: (_: Nothing) => '几颗星？回1到5，5最好。',
  rated: (about: Rated) => {
    const { job, seats, isMasked } = about
    const others = seats.flatMap(({ rating }) => (rating?.shown ? (rating.other ?? []) : []))
    return lines(
      `【${job.number}】${ownText(about)}。`,
      isMasked && '不好听的字换成了*。',
      ...others.slice(0, SHOWN).map((other) => `${job.isEmployer ? '工友' : '老板'}评你：${ratingText(other)}。`),
      others.length < seats.length && '对方也评了，或过了72小时才公开。这之前再说一遍就能改。',
    )
  },
}
