import { readRegistration } from '../answers/read-registration.ts'
import type { Intent } from '../intent.ts'
import { readConditions } from '../post/conditions.ts'
import type { PostTools } from '../post/draft.ts'
import { readPhone } from '../post/phone.ts'
import { nothingTaken } from '../post/taken.ts'
import { coverOf, mainTrade } from '../post/trade.ts'
import type { Scene } from '../scene.ts'
import type { Slots } from '../understanding.ts'
import { readLeastPayFen } from './least-pay.ts'
import { readAmountFen, readCourse, readStars } from './slots.ts'

type Fill = (scene: Scene, tools: PostTools) => Slots

function jobNumbers(scene: Scene): Slots {
  const { numbers, card } = scene
  const [first] = numbers
  if (first === undefined) return card?.jobNo === undefined ? {} : { jobNo: card.jobNo }
  return numbers.length > 1 ? { jobNo: first.jobNo, jobNos: numbers.map((one) => one.jobNo) } : { jobNo: first.jobNo }
}

/** A craft and a task tell as much of what somebody can do: the first of them leads. */
const EXACT = 3

function trades(scene: Scene, tools: PostTools): Slots {
  const hits = tools.trades.all(scene.text).filter((hit) => hit.weight > 1 || hit.trade !== '')
  const names = [...new Set(hits.filter((hit) => hit.weight >= 1.5).map((hit) => hit.trade))]
  const best =
    mainTrade(hits.map((hit) => ({ ...hit, weight: Math.min(hit.weight, EXACT) })))?.trade ?? tools.trades.bySound(scene.text)?.trade
  if (best === undefined) return {}
  return names.length > 1 ? { trade: best, trades: names } : { trade: best, trades: [best] }
}

function place(scene: Scene, tools: PostTools): Slots {
  const found = tools.place({
    text: scene.text,
    taken: nothingTaken(scene.text),
    cover: coverOf(tools.trades.all(scene.text), scene.text.length),
  })
  return found === undefined ? {} : { place: found.place }
}

function certificate(scene: Scene, tools: PostTools): Slots {
  const trade = mainTrade(tools.trades.all(scene.text))?.trade
  const cert = readConditions(scene.text, trade === undefined ? null : tools.trades.licence(trade)).certs[0]
  if (cert !== undefined) return { cert }
  const at = scene.text.indexOf('证')
  let start = at
  while (start > 0 && at - start < 5 && !'传的了考办有我把到拿 ,:'.includes(scene.text.charAt(start - 1))) start -= 1
  return at > 0 && at - start >= 2 ? { cert: scene.text.slice(start, at + 1) } : {}
}

function person(scene: Scene): Slots {
  const { name, idNumber, phone } = readRegistration(scene.written)
  return {
    ...(name === undefined ? {} : { name }),
    ...(idNumber === undefined ? {} : { idNo: idNumber }),
    ...(phone === undefined ? {} : { phone }),
  }
}

const amount =
  (isBareSum: boolean): Fill =>
  (scene) => {
    const sum = readAmountFen(scene.text, isBareSum)
    return sum === undefined ? {} : { amountFen: sum }
  }

function rating(scene: Scene): Slots {
  const stars = readStars(scene.text)
  return { ...jobNumbers(scene), ...(stars === undefined ? {} : { stars }) }
}

function reason(scene: Scene): Slots {
  const unpaid = ['钱', '工资', '薪', '欠'].some((word) => scene.text.includes(word))
  return { ...jobNumbers(scene), ...(unpaid ? { reason: '欠薪' } : {}) }
}

/** The number after 开工 may be the employer's code or a job's: both are offered, the caller knows which exists. */
function start(scene: Scene): Slots {
  const numbers = jobNumbers(scene)
  return numbers.jobNo === undefined || scene.numbers.length === 0 ? numbers : { ...numbers, code: numbers.jobNo }
}

const merge =
  (...fills: readonly Fill[]): Fill =>
  (scene, tools) =>
    Object.assign({}, ...fills.map((fill) => fill(scene, tools)))

const leastPay: Fill = ({ text }) => {
  const fen = readLeastPayFen(text)
  return fen === undefined ? {} : { minimumPayFen: fen }
}

const course: Fill = (scene) => {
  const found = readCourse(scene.text)
  return found === undefined ? {} : { course: found }
}

const newPhone: Fill = (scene) => {
  const found = readPhone(scene.text)
  return found === undefined ? {} : { phone: found.phone }
}

const FILLS: Partial<Record<Intent, Fill>> = {
  seek_job: merge(trades, place, leastPay),
  list_jobs: merge(trades, place, leastPay),
  start_work: start,
  withdraw: amount(true),
  pay: merge(jobNumbers, amount(false)),
  pay_cash: merge(jobNumbers, amount(false)),
  rate: rating,
  complain: reason,
  register: person,
  real_name: person,
  proxy_register: person,
  change_phone: newPhone,
  add_skill: trades,
  upload_cert: certificate,
  training_list: course,
  training_enroll: course,
  subscribe: trades,
  set_preference: merge(trades, place),
}

/** The slots of an intent. An ID number goes only where a person registers. */
export const slotsFor = (intent: Intent, scene: Scene, tools: PostTools): Slots => (FILLS[intent] ?? jobNumbers)(scene, tools)
