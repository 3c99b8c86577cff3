import type { EmployerReputeView, WorkerReputeView } from '@linggong/api/contract/repute-shapes.ts'

const SPEED: Readonly<Record<NonNullable<EmployerReputeView['paySpeed']>, string>> = {
  'within-2h': '付钱快（一般2小时内）',
  'within-6h': '付钱快（一般6小时内）',
  'within-24h': '付钱一般1天内',
  'within-72h': '付钱一般3天内',
  slow: '付钱慢（一般超过3天）',
}
/** Later than so many minutes by half of the times is worth a word. */
const LATE_MINUTES = 10

const joined = (...parts: readonly (string | false)[]): string => parts.filter((part) => part !== false).join('·')
const starsText = ({ ratings, average }: Pick<EmployerReputeView, 'ratings' | 'average'>): string | false =>
  average !== null && `评${average}（${ratings}条）`

const OWING = '现在欠着工钱！'

/** How an employer has kept his word, in a few words; never a figure where nothing is known. */
export function employerText(repute: EmployerReputeView): string {
  const { jobs, calledOff, paySpeed, inArrears } = repute
  if (jobs === 0 && calledOff === 0) return inArrears ? OWING : '新老板，还没有记录'
  const work = `干过${jobs}单${calledOff > 0 ? `撤${calledOff}单` : ''}`
  return joined(inArrears && OWING, paySpeed !== null && SPEED[paySpeed], starsText(repute), work, !inArrears && '没有欠薪')
}

/** 10单买了8单: how many of his jobs he had insured, once there are any. */
export const insuredText = ({ jobs, insuredJobs }: EmployerReputeView): string =>
  jobs === 0 ? '' : `（老板以前${jobs}单，买了${insuredJobs}单）`

export function workerText(repute: WorkerReputeView): string {
  const { came, missed, leftLate, lateMinutes } = repute
  if (came === 0 && missed === 0 && leftLate === 0) return '新工友，还没有记录'
  const isLate = lateMinutes !== null && lateMinutes > LATE_MINUTES
  return joined(
    `来过${came}次`,
    missed > 0 ? `没到${missed}次` : leftLate === 0 && '都到了',
    leftLate > 0 && `临时退${leftLate}次`,
    isLate && `常迟到${lateMinutes}分钟`,
    lateMinutes !== null && !isLate && '准时',
    starsText(repute),
  )
}
