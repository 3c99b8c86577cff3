import { normalise } from '../normalise/normalise.ts'
import { numeralAt } from '../numbers/numeral.ts'
import type { JobDraft, JobField } from '../understanding.ts'
import { readPlainSlot } from './read-slot.ts'
import type { SlotReader } from './slot-reader.ts'

export type EditAnswer =
  | { readonly ok: true; readonly draft: JobDraft; readonly changed: readonly JobField[] }
  | { readonly ok: false; readonly why: 'past' | 'unsure' }

type Topic = 'headcount' | 'pay' | 'start' | 'end' | 'place' | 'trade' | 'phone'

const TOPICS: readonly (readonly [Topic, string])[] = [
  ['headcount', '人数 个人 多少人 名额'],
  ['pay', '工钱 工资 工价 价钱 价格 单价 价 钱 薪'],
  ['end', '结束 收工 干到 做到 截止'],
  ['start', '时间 日期 开始 开工 几点 改成明天 改成后天'],
  ['place', '地点 地址 位置 地方'],
  ['trade', '工种 活改 干活内容'],
  ['phone', '电话 手机 联系'],
]

const HEADS = ['帮我', '请', '把', '改一下', '改', '换成', '换', '设成', '调成', '调']
const JOINTS = ['成', '为', '到', '是', ':', '改成', '改为', '改到', '改', '换成', '变成', '要', '定', ' ']

function topicOf(text: string): Topic | undefined {
  return TOPICS.find(([, words]) => words.split(' ').some((word) => text.includes(word)))?.[0]
}

const wordsOfValue = (text: string): string => {
  let rest = text
  for (const head of HEADS) if (rest.startsWith(head)) rest = rest.slice(head.length)
  for (const [, words] of TOPICS) for (const word of words.split(' ')) if (rest.startsWith(word)) rest = rest.slice(word.length)
  let changed = true
  while (changed) {
    changed = false
    for (const joint of JOINTS) {
      if (rest.startsWith(joint) && rest.length > joint.length) {
        rest = rest.slice(joint.length)
        changed = true
      }
    }
  }
  return rest
}

const STEPS = [
  ['加', 1],
  ['涨', 1],
  ['减', -1],
  ['降', -1],
  ['少', -1],
  ['多', 1],
] as const

/** 工钱加20, 人数减2: a change by so much; undefined when the words set a value. */
function stepIn(text: string): number | undefined {
  for (const [word, sign] of STEPS) {
    const at = text.indexOf(word)
    if (at < 0 || text.charAt(at + 1) === '到') continue
    const from = text.charAt(at + 1) === '了' ? at + 2 : at + 1
    const numeral = numeralAt(text, from)
    if (numeral !== undefined && !numeral.vague) return sign * numeral.value
  }
  return undefined
}

const changed = (draft: JobDraft, change: Partial<JobDraft>): EditAnswer => ({
  ok: true,
  draft: { ...draft, ...change },
  changed: [...EDITABLE].filter((field) => field in change),
})

const EDITABLE: readonly JobField[] = ['trade', 'headcount', 'pay', 'start', 'end', 'place', 'phone']

const UNSURE: EditAnswer = { ok: false, why: 'unsure' }

function step(draft: JobDraft, topic: Topic | undefined, by: number, text: string): EditAnswer {
  const people = topic === 'headcount' || (topic === undefined && (text.includes('人') || text.includes('个')))
  if (people) return draft.headcount === null || draft.headcount + by < 1 ? UNSURE : changed(draft, { headcount: draft.headcount + by })
  if (draft.pay === null) return UNSURE
  const amountFen = draft.pay.amountFen + Math.round(by * 100)
  return amountFen > 0 ? changed(draft, { pay: { ...draft.pay, amountFen } }) : UNSURE
}

/** Only a clock time keeps the day of the draft: 改成八点. */
function withClock(draft: JobDraft, field: 'start' | 'end', value: string, now: Temporal.ZonedDateTime): EditAnswer {
  const old = draft[field]
  const day = old?.slice(0, 10)
  const namesDay = ['天', '号', '日', '周', '月', '明', '后', '礼拜', '星期'].some((word) => value.includes(word))
  const base =
    day === undefined || namesDay
      ? now
      : now.withPlainTime('00:00').with({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8)) })
  const found = readPlainSlot(field, value, base)
  if (found === 'past' || found === 'unsure') return { ok: false, why: found }
  if (Temporal.PlainDateTime.compare(Temporal.PlainDateTime.from(found.slice(0, 19)), now.toPlainDate().toPlainDateTime()) < 0)
    return { ok: false, why: 'past' }
  return changed(draft, { [field]: found.length === 10 && old !== null && old.length > 10 ? `${found}${old.slice(10)}` : found })
}

/** Whoever says more than a value, and no word of changing it, talks of something else: 昨天铺路 六个人分了一千二. */
const LONGEST_VALUE = 14
const CHANGES = [...'改换成变设调', ...STEPS.map(([word]) => word), ...TOPICS.map(([, words]) => words.split(' ')[0] ?? '')]

/** 「改人数5」「改成八点」「工钱加20」: the draft with the change, or why not. Nothing is guessed: unclear words are `unsure`. */
export function applyEdit(
  draft: JobDraft,
  written: string,
  at: { readonly now: Temporal.ZonedDateTime; readonly read: SlotReader },
): EditAnswer {
  const text = normalise(written)
  if (text.length > LONGEST_VALUE && !CHANGES.some((word) => text.includes(word))) return UNSURE
  const topic = topicOf(text)
  const by = stepIn(text)
  if (by !== undefined) return step(draft, topic, by, text)
  const value = wordsOfValue(text)
  return topic === undefined ? guessTopic(draft, value, at.now) : set(draft, topic, value, at)
}

function set(draft: JobDraft, topic: Topic, value: string, { now, read }: { now: Temporal.ZonedDateTime; read: SlotReader }): EditAnswer {
  if (topic === 'start' || topic === 'end') return withClock(draft, topic, value, now)
  if (topic === 'pay') {
    const pay = readPlainSlot('pay', value, now)
    if (pay === 'past' || pay === 'unsure') return UNSURE
    const saysUnit = ['天', '时', '月', '斤', '平', '台', '趟', '吨', '包', '总', '件', '一'].some((word) => value.includes(word))
    return changed(draft, { pay: saysUnit || draft.pay === null ? pay : { ...draft.pay, amountFen: pay.amountFen } })
  }
  if (topic === 'headcount') {
    const headcount = readPlainSlot('headcount', value, now)
    return typeof headcount === 'number' ? changed(draft, { headcount }) : UNSURE
  }
  if (topic === 'phone') return value.length >= 7 ? changed(draft, { phone: value }) : UNSURE
  const found = read(topic, value, now)
  return found === 'unsure' || found === 'past' ? UNSURE : changed(draft, { [topic]: found })
}

/** 改成八点, 改成5个人, 改成200块: the value itself says what it is for. */
function guessTopic(draft: JobDraft, value: string, now: Temporal.ZonedDateTime): EditAnswer {
  const start = withClock(draft, 'start', value, now)
  if (start.ok || start.why === 'past') return start
  const isMoney = ['元', '块', '快', '圆', '一天', '/'].some((word) => value.includes(word))
  const headcount = isMoney ? 'unsure' : readPlainSlot('headcount', value, now)
  if (typeof headcount === 'number' && [...'个人名位俩仨'].some((sign) => value.includes(sign))) return changed(draft, { headcount })
  const pay = isMoney ? readPlainSlot('pay', value, now) : 'unsure'
  return pay === 'unsure' || pay === 'past'
    ? UNSURE
    : changed(draft, { pay: draft.pay === null ? pay : { ...draft.pay, amountFen: pay.amountFen } })
}
