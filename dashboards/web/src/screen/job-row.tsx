import type { Board } from '@linggong/api/contract/hall.contract.ts'
import { PAY_UNIT, SCREEN } from '../../screen-copy.ts'
import { clockText, dayText } from './times.ts'

type Job = Board['jobs'][number]

const FEN_PER_YUAN = 100

/** A township's own place often says its name already. */
const whereText = ({ township, place }: Job): string => (place.startsWith(township) ? place : `${township} ${place}`.trim())

/** A job, to be read from across the room. */
export function JobRow({ job, now }: { readonly job: Job; readonly now: number }) {
  const startsAt = Date.parse(job.startsAt)
  return (
    <li className="job">
      <span className="job-number">{job.number}</span>
      <span className="job-work">
        <b className="job-main">{job.content === '' ? job.trade : job.content}</b>
        <i className="job-more">
          {whereText(job)}
          {job.insured && <em className="tag">{SCREEN.insured}</em>}
          {job.licences.length > 0 && <em className="tag warn">{SCREEN.licence(job.licences)}</em>}
        </i>
      </span>
      <span className="job-pay">
        <b>{job.pay.amountFen / FEN_PER_YUAN}</b>
        <i>{PAY_UNIT[job.pay.unit]}</i>
      </span>
      <span className="job-when">
        <b className="job-main">
          {dayText(startsAt, now)} {clockText(startsAt)}
        </b>
        <i className="job-more">
          {job.days > 1 ? SCREEN.days(job.days) : SCREEN.oneDay} · {SCREEN.employer(job.employerName)}
        </i>
      </span>
      <span className={job.seatsLeft === 1 ? 'job-seats last' : 'job-seats'}>
        <b>{job.seatsLeft}</b>
        <i>{SCREEN.people}</i>
      </span>
    </li>
  )
}
