import { yuanText } from '../../../console-copy.ts'
import { ARREARS_COPY } from '../../../console-queues-copy.ts'
import { minuteText } from '../../shared/minute-text.ts'
import { Facts, List } from '../parts.tsx'
import { ARREARS } from '../queues.ts'
import { useQueue } from '../use-queue.ts'

/** Who owes pay, the longest first. */
export function Arrears() {
  const [read, again] = useQueue(ARREARS)
  return (
    <List read={read} again={again} none={ARREARS_COPY.none}>
      {({ employer, employerName, since, owedFen, workers, jobs }) => (
        <li key={employer}>
          <h2>
            {employerName} {yuanText(owedFen)}
          </h2>
          <Facts
            of={[
              [ARREARS_COPY.since, minuteText(since)],
              [ARREARS_COPY.workers, workers],
              [ARREARS_COPY.jobs, jobs.join('、')],
            ]}
          />
        </li>
      )}
    </List>
  )
}
