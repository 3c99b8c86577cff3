/** What the sandbox is told to do wrong, or at once. A test changes it while it runs. */
export interface Mischief {
  /** Payments are paid, and payouts confirmed, the moment they are ordered. */
  atOnce: boolean
  /** Refunds stay under way until they are settled by hand. */
  refundsWait: boolean
  /** Each callback is sent so often. */
  copies: number
  /** Callbacks wait until they are released. */
  hold: boolean
  drop: boolean
  delayMs: number
  /** What callbacks add to the amount. */
  lieFen: number
  /** So many of the next POSTs are done, and then answered with a failure. */
  breakAnswers: number
  /** So many of the next POSTs are done, and then never answered. */
  swallowAnswers: number
  /** So many of the next answers carry a wrong signature. */
  spoilAnswers: number
  /** So many of the next files are not what their hash was made of. */
  spoilFiles: number
}

export const noMischief = (): Mischief => ({
  atOnce: false,
  refundsWait: false,
  copies: 1,
  hold: false,
  drop: false,
  delayMs: 0,
  lieFen: 0,
  breakAnswers: 0,
  swallowAnswers: 0,
  spoilAnswers: 0,
  spoilFiles: 0,
})

type Counted = 'breakAnswers' | 'swallowAnswers' | 'spoilAnswers' | 'spoilFiles'

/** Whether it is the turn of one that is counted down. */
export function takes(mischief: Mischief, counted: Counted): boolean {
  if (mischief[counted] <= 0) return false
  mischief[counted] -= 1
  return true
}
