import { isAt, isAtOrEdge, signs } from '../words/signs.ts'
import { beginsAt, holds, wordSet } from '../words/word-set.ts'
import { namesWorker, type TradeHit } from './trade.ts'

const BREAKS = signs(' ,。;!?、\n')

/** How far behind 找 the work that is sought may be named. */
const FAR = 10

/** Whoever stands between 找 and 活 is sought himself: 找两个师傅干活, 找会做农活的. */
const SOUGHT = [
  '人',
  '师',
  '姨',
  '嫂',
  '姐',
  '哥',
  '叔',
  '手',
  '员',
  '工干',
  '工做',
  '夫妻',
  '两口子',
  '会',
  '能',
  '帮',
  '男',
  '女',
  '兄弟',
]

const WORK = ['职', '活', '工作', '班上', '事做', '事干', '的厂', '岗位', '工地做', '工打']
const WORK_STARTS = signs('活工班事的岗')

/** 活的, 活动 and 工作人员 are no work to be had. */
const NOT_BEHIND = ['的', '动', '鱼', '人员', '服', '室', '经验', '好', '大']

/** 找工地活, 求个月嫂的活, 找班上: the speaker wants work himself. */
function wantsWork(text: string, from: number): boolean {
  for (let at = from + 1; at < Math.min(text.length, from + FAR) && !isAtOrEdge(BREAKS, text, at); at += 1) {
    const word = isAt(WORK_STARTS, text, at) ? WORK.find((one) => text.startsWith(one, at)) : undefined
    if (word === undefined) continue
    const between = text.slice(from + 1, at)
    const isNamed = between.endsWith('的') || word.startsWith('的')
    if (NOT_BEHIND.some((rest) => text.startsWith(rest, at + word.length))) return false
    return isNamed ? !between.includes('人') : !SOUGHT.some((one) => between.includes(one))
  }
  return false
}

const WHERE = wordSet('哪里 哪儿 哪家 哪边 哪有 哪个工地 哪个老板 哪个厂 谁家 谁那'.split(' '))
const HIRING = signs('招要缺请收')
const TRADING = signs('求买卖租')
const HIRING_WITHIN = 6

/** 有哪里招保安吗, 哪个工地要人: asked by somebody who would go there. */
function asksWhere(text: string, at: number): boolean {
  if (!beginsAt(WHERE, text, at)) return false
  for (let here = at + 2; here < at + HIRING_WITHIN; here += 1)
    if (text.startsWith('有活', here)) return true
    else if (isAt(HIRING, text, here)) return !isAt(TRADING, text, here + 1)
  return false
}

const OFFERS = ['谁要', '谁家要', '谁需要']

/** 谁要泥水工: a craftsman offers himself. */
const offersCraft = (text: string, trades: readonly TradeHit[]): boolean =>
  trades.some((hit) => namesWorker(hit) && OFFERS.some((offer) => text.endsWith(offer, hit.start)))

const CALL_ME = wordSet('喊我 叫我 联系我 找我 通知我 告诉我 带上我 喊一声 想着我'.split(' '))

/** 有木工活喊我. */
function waitsForWork(text: string): boolean {
  const at = text.indexOf('有')
  const work = at < 0 ? -1 : text.indexOf('活', at)
  return work > at && work - at <= 6 && holds(CALL_ME, text.slice(work, work + 6))
}

/** 想上夜班, 想进厂. */
const wishesShift = (text: string): boolean => {
  const at = text.indexOf('想上')
  return at >= 0 && text.slice(at + 2, at + 6).includes('班')
}

const SEEKING = signs('找求寻')
const ASKING = signs('哪谁')
const WAITING = signs('活想')

const ASK_ENDS = ['不', '冇', '没', '吗', '么', '不啊', '吗?', '不?', '没?', '没有']

/** 水南附近招保安不, 今天缺泥水工不: asked by one who would come; who hires says how many. */
const asksNeed = (text: string, trades: readonly TradeHit[]): boolean =>
  ASK_ENDS.some((end) => text.endsWith(end)) && trades.some((hit) => isAt(HIRING, text, hit.start - 1)) && !holds(NUMBERS, text)

const NUMBERS = wordSet([...'0123456789两几三四五六七八九十', '一个'])

/** What only whoever wants work says of himself. */
const OF_HIMSELF = wordSet(
  '个人都有空 我和老乡两 我跟老乡两 一天就去 一天我就去 我就去 有老板要 找个包吃住的 找包吃住的 有活打1 有活打电话 记得叫一声 叫一声就来 以上都做 以上就做 以上都干 以上就干 想找个长期 找个长期的 找长期的 想找包住 找包住的地方 找住家的 有没有店要 有没有厂要 我和老婆两个 我和老公两个 我们夫妻两个 有的老板留言 送货装卸都行'.split(
    ' ',
  ),
)

/** Whether the line is told by somebody who looks for work, however much it says of it. */
export function seeksWork(text: string, trades: readonly TradeHit[]): boolean {
  if (holds(OF_HIMSELF, text)) return true
  let waits = false
  let asks = false
  for (let at = 0; at < text.length; at += 1) {
    if (isAt(SEEKING, text, at) && wantsWork(text, at)) return true
    if (isAt(ASKING, text, at)) {
      if (asksWhere(text, at)) return true
      asks = true
    } else waits ||= isAt(WAITING, text, at)
  }
  return asksNeed(text, trades) || (asks && offersCraft(text, trades)) || (waits && (waitsForWork(text) || wishesShift(text)))
}
