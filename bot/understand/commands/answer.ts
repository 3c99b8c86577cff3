import type { Intent } from '../intent.ts'
import { numeralAt } from '../numbers/numeral.ts'
import type { Scene } from '../scene.ts'
import type { Slots } from '../understanding.ts'
import { isAt, signs } from '../words/signs.ts'
import { beginsAt, holds, wordSet } from '../words/word-set.ts'
import { readStars } from './slots.ts'

interface Answer {
  readonly intent: Intent
  readonly slots: Slots
  readonly jobs: readonly never[]
  readonly words: string
}

/** Whole lines that answer the bot rather than ask something of it. */
const WHOLE: ReadonlyMap<string, Intent> = new Map<string, Intent>(
  (
    [
      [
        'confirm',
        '确认 确定 对 对的 是 是的 没错 好 好的 嗯 嗯嗯 可以 行 同意 ok OK Ok okay 好吧 对对 对啊 要 确认无误 没问题 y Y yes 1确认 正确 👌 👍 中 得 妥 好滴 好嘞 成',
      ],
      ['publish', '发 发布吧 发吧 发出去 就这样发 发了吧 确认发布 发出 现在发'],
      ['deny', '不 不是 不对 错了 不要 不用 否 不行 不同意 不好 算了 不了 n N no 取消吧 重来'],
      ['acknowledge', '收到 知道了 明白 明白了 晓得了 晓得 明天去 准时到 一定到 准时来 会去的 我会去 会准时 知道'],
    ] as const
  ).flatMap(([intent, texts]) => texts.split(' ').map((text) => [text, intent] as const)),
)

const make = (intent: Intent, words: string, slots: Slots = {}): Answer => ({ intent, slots, jobs: [], words })

const THANKS = wordSet(['谢谢', '多谢', '感谢', '辛苦了', '辛苦', '谢了', '谢啦'])
const ASKS_STARS = ['评价', '打分', '几星', '星级', '评分', '打几分', '几分']
const EDITS = wordSet(
  '改人数 人数改 改成 改为 改到 改时间 时间改 改地点 地点改 改工钱 改工价 改工资 改价 工钱改 工价改 工资改 工钱加 工资加 工价加 工钱减 工资减 工价减 价格改 价格加 价钱改 价钱加 改日期 日期改 改工种 工种改 人数加 人数减 改一下 地址改 改地址 加钱 改单价 改开始 改结束 改电话 电话改'.split(
    ' ',
  ),
)
const AGREES = wordSet(['确认', '没问题', '可以'])
const LONGEST_THANKS = 14
const LONGEST_APPROVAL = 10
const FULL_STOPS = signs('。.!！~,，啊哦呀 ')

const bare = (text: string): string => {
  let end = text.length
  while (isAt(FULL_STOPS, text, end - 1)) end -= 1
  return text.slice(0, end)
}

/** Answers that are complete in themselves, read with the bot's last question in mind. */
export function readAnswer(scene: Scene): Answer | undefined {
  const text = bare(scene.text)
  if (text === '?' || text === '') return make('help', scene.text)
  if (beginsAt(EDITS, text, 0)) return make('edit_draft', text)
  if (text.length <= LONGEST_THANKS && beginsAt(THANKS, text, 0)) return make('acknowledge', text)
  const number = numeralAt(text, 0)
  if (number !== undefined && number.end === text.length) return numbered(scene, text, number.value)
  if (asksFinish(scene) && text.length <= LONGEST_APPROVAL && holds(AGREES, text)) return make('confirm_finish', text)
  const known = WHOLE.get(text) ?? WHOLE.get(scene.text)
  if (known === undefined) return undefined
  if (known === 'confirm' && asksFinish(scene)) return make('confirm_finish', text)
  if (known === 'acknowledge' && scene.card !== undefined) return make('none', text)
  return make(known, text)
}

const asksFinish = (scene: Scene): boolean => scene.prompt.includes('完工') && scene.prompt.includes('确认')

function numbered(scene: Scene, text: string, value: number): Answer | undefined {
  if (text === '0') return make('help', text)
  if (ASKS_STARS.some((word) => scene.prompt.includes(word)) && value >= 1 && value <= 5)
    return make('rate', text, { stars: readStars(`${text}星`) ?? value })
  if (scene.prompt.includes('提现') || scene.prompt.includes('取多少'))
    return make('withdraw', text, { amountFen: Math.round(value * 100) })
  if (text.length >= 4 && text.length <= 8) return make('job_detail', text, { jobNo: text })
  return Number.isInteger(value) && value >= 1 && value <= 99 ? make('choose', text, { option: value }) : undefined
}

/** Whether an unknown line may be the answer to something the bot asked: names, places, free words. */
export const isAnswer = (scene: Scene): boolean => scene.prompt !== ''
