/** What anybody may do, at the county, at the provider, on the way between them, or just by waiting. */
export const ACTS = [
  ...['publish', 'publishCash', 'trust', 'insure', 'ask', 'cancel', 'rain', 'confirm', 'settle', 'judge'],
  ...['take', 'undo', 'handBack', 'start', 'finish', 'part', 'partBy', 'less', 'over', 'overBy', 'cash', 'yes', 'no', 'own'],
  ...['withdraw', 'takeBack', 'again'],
  ...['pay', 'force', 'thumb', 'bank', 'settleRefund', 'slow', 'fast', 'lie', 'swallow', 'break', 'spoil'],
  ...['hear', 'hearAgain', 'lose', 'tell', 'told', 'pass', 'die', 'quiet'],
] as const
export type Act = (typeof ACTS)[number]

/** `n` is an amount, a number of hours or minutes, or which of several. */
export interface Move {
  readonly act: Act
  readonly job: number
  readonly worker: number
  readonly n: number
}

const isAct = (text: string): text is Act => ACTS.some((act) => act === text)

function moveOf(text: string): Move {
  const [, act = '', job = '0', worker = '0', n = '0'] = /^([a-zA-Z]+)(\d)?(?:\.(\d))?(?:=(-?\d+))?$/.exec(text) ?? []
  if (!isAct(act)) throw new Error(`nobody can ${text}`)
  return { act, job: Number(job), worker: Number(worker), n: Number(n) }
}

/** `take0.1` is a move of worker 1 on job 0, `settle0.1=-500` with a number. */
export const story = (text: string): readonly Move[] =>
  text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(moveOf)

export const textOf = ({ act, job, worker, n }: Move): string => `${act}${job}.${worker}=${n}`
