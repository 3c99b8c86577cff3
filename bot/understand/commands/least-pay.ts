import { numeralAt } from '../numbers/numeral.ts'
import type { JobReading } from '../post/draft.ts'
import type { Scene } from '../scene.ts'

const UNITS = ['元', '块', '圆', '快', '']
const TIMES = ['一天', '每天', '一工', '一日', '天', '']
const FLOORS = ['以上', '往上']
const LEAST_YUAN = 10
/** Whoever says more than this offers work. */
const LONGEST_WISH = 16

const after = (text: string, at: number, words: readonly string[]): number | undefined => {
  const word = words.find((one) => text.startsWith(one, at))
  return word === undefined ? undefined : at + word.length
}

/** 200以上, 两百块一天往上: what somebody wants to earn at least, in fen; 18岁以上 is no money. */
export function readLeastPayFen(text: string): number | undefined {
  for (let at = 0; at < text.length; at += 1) {
    const numeral = numeralAt(text, at)
    if (numeral === undefined) continue
    const unit = after(text, numeral.end, UNITS) ?? numeral.end
    const floor = after(text, after(text, unit, TIMES) ?? unit, FLOORS)
    if (floor !== undefined && !numeral.vague && numeral.value >= LEAST_YUAN) return Math.round(numeral.value * 100)
    at = numeral.end - 1
  }
  return undefined
}

/** 明天 搬运 200以上, from a worker: not work that he gives, but what he looks for among it. */
export function isWishForPay({ text, role }: Pick<Scene, 'text' | 'role'>, jobs: readonly JobReading[]): boolean {
  if (role !== 'worker' || text.length > LONGEST_WISH || jobs.length !== 1) return false
  const draft = jobs[0]?.draft
  return draft?.headcount === null && draft.phone === null && readLeastPayFen(text) !== undefined
}
