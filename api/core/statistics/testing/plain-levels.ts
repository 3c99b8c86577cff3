import { ACTIVE_DAYS } from '../active-days.ts'
import { startOf } from '../bucket.ts'
import type { Mark } from '../mark.ts'
import { DISTINCT_BUCKETS, spotsOf } from '../measure.ts'
import type { Doings, SubjectKind } from '../subject.ts'

const dayOf = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const spots = ({ township, trade }: Mark) => spotsOf({ township, trade, riskClass: null }).map((spot) => JSON.stringify(spot))

const active = (mark: Mark): string[] =>
  Array.from({ length: ACTIVE_DAYS }, (_, after) => dayOf(mark.day).add({ days: after })).flatMap((day) =>
    spots(mark).map((spot) => `workersActive ${day} ${spot}`),
  )

const posting = (mark: Mark): string[] =>
  DISTINCT_BUCKETS.flatMap((bucket) =>
    ['', `:${mark.employerType ?? 'household'}`].flatMap((type) =>
      spots(mark)
        .filter((spot) => type === '' || spot.includes('"trade":null'))
        .map((spot) => `employersActive:${bucket}${type} ${startOf(bucket, dayOf(mark.day))} ${spot}`),
    ),
  )

/** Everything that counts because of what somebody did, day by day and once each: what any change of it must come to. Not for pairs. */
export function plainLevels(kind: Exclude<SubjectKind, 'pair'>, { marks, gone }: Doings): ReadonlySet<string> {
  const standing = marks.filter(({ key }) => !gone.includes(key))
  return new Set(standing.flatMap(kind === 'worker' ? active : posting))
}
