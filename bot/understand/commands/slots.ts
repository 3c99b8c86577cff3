import { numeralAt } from '../numbers/numeral.ts'
import { digitRunAt } from '../post/phone.ts'

const STAR_UNITS = ['星', '颗星', '分', '个星', '颗']

/** 五星, 4颗星, 打5分, ⭐⭐⭐⭐. */
export function readStars(text: string): number | undefined {
  let drawn = 0
  for (const sign of text) if (sign === '⭐' || sign === '★' || sign === '🌟') drawn += 1
  if (drawn > 0 && drawn <= 5) return drawn
  for (let at = 0; at < text.length; at += 1) {
    const numeral = numeralAt(text, at)
    if (numeral === undefined) continue
    if (numeral.value >= 1 && numeral.value <= 5 && Number.isInteger(numeral.value)) {
      if (STAR_UNITS.some((unit) => text.startsWith(unit, numeral.end)) && !text.startsWith('星期', numeral.end)) return numeral.value
    }
    at = numeral.end - 1
  }
  return text.includes('满分') || text.includes('全五星') ? 5 : undefined
}

/** The first sum of a command such as 提现三百 or 付500元; a number that is a job number or a phone is not one. */
export function readAmountFen(text: string, isBareSum: boolean): number | undefined {
  for (let at = 0; at < text.length; at += 1) {
    const numeral = numeralAt(text, at)
    if (numeral === undefined) continue
    const run = digitRunAt(text, at).count
    const money = ['元', '块', '圆', '快'].some((unit) => text.startsWith(unit, numeral.end))
    const counted = ['个', '人', '天', '号', '点', '月', '年', '次', '单', '笔'].some((unit) => text.startsWith(unit, numeral.end))
    if (
      !numeral.vague &&
      !counted &&
      run < 10 &&
      numeral.value > 0 &&
      (money || (numeral.value >= 10 && (isBareSum || numeral.chinese || numeral.value < 1000)))
    ) {
      return Math.round(numeral.value * 100)
    }
    at = numeral.end - 1
  }
  return undefined
}

const COURSE_TAILS = [
  '培训班',
  '培训',
  '技术',
  '课程',
  '班',
  '课',
  '证',
  '手艺',
  '怎么报名',
  '报名',
  '吗',
  '吧',
  '啊',
  '呢',
  '了',
  '的',
  '怎么报',
  '要钱吗',
]
const COURSE_HEADS = [
  '我想',
  '我要',
  '想',
  '要',
  '去',
  '来',
  '参加',
  '报名',
  '报个',
  '报',
  '学习',
  '学',
  '考',
  '个',
  '一下',
  '帮我',
  '给我',
  '上',
  '的',
  '有没有',
  '有',
  '最近',
  '免费',
  '做',
  '开',
  '当',
]

/** 报名 月嫂班, 想学挖机, 电工培训我要报名: the subject of the course. */
export function readCourse(written: string): string | undefined {
  let text = written.replaceAll(' ', '')
  for (const cut of [',', '。', '!', '?']) text = text.split(cut)[0] ?? text
  for (const middle of ['那个课', '这个课', '那个班', '这个班', '那门课', '那期', '这期', '的课', '培训班', '培训', '班']) {
    const at = text.indexOf(middle)
    if (at > 0) text = text.slice(0, at)
  }
  let changed = true
  while (changed) {
    changed = false
    for (const head of COURSE_HEADS) {
      if (text.startsWith(head) && text.length > head.length) {
        text = text.slice(head.length)
        changed = true
      }
    }
  }
  for (const tail of COURSE_TAILS) if (text.endsWith(tail) && text.length > tail.length) text = text.slice(0, -tail.length)
  return text.length >= 2 && text.length <= 8 && !COURSE_HEADS.includes(text) && text !== '什么' ? text : undefined
}
