import { isAt, signs } from '../words/signs.ts'
import { beginsAt, wordSet } from '../words/word-set.ts'
import type { PayContext } from './pay-context.ts'
import { namesWorker } from './trade.ts'

const ONE_OF = ['一个', '每个', '一只', '每只', '一张', '每张', '一扇', '每扇', '一套', '每套']
const LONGEST_THING = 4
const BREAKS = signs(' ,，。;、/\n0123456789')

/** People and stretches of time are paid by the day. */
const NO_THINGS = wordSet(
  '人 男 女 师傅 小工 大工 工 月 星期 礼拜 小时 钟 点 上午 下午 早上 晚上 白天 通宵 夜 班 周 阿姨 大姐 后生 包 晚班'.split(' '),
)

/** 一个柜子120, 一个洞口30: what is paid for each thing, whatever it is called. */
export function isPerThing({ text, cover }: PayContext, start: number): boolean {
  for (let from = start - 1; from >= start - LONGEST_THING && !isAt(BREAKS, text, from); from -= 1) {
    if (!ONE_OF.some((words) => text.endsWith(words, from))) continue
    const hit = cover[from]
    return !beginsAt(NO_THINGS, text, from) && (hit === undefined || !namesWorker(hit))
  }
  return false
}
