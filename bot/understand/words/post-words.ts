import { POST_WORDS, type Tag } from './post-vocabulary.ts'

const RELATIVE_DAYS: readonly (readonly [number, string])[] = [
  [0, '今天 今日 今儿 今朝 今 今早 今晚 今夜 今上午 今下午 今儿个'],
  [1, '明起 听日 听朝 明天 明日 明儿 明朝 明早 明晚 明 明上午 明下午 明儿个 第二天'],
  [2, '后天 后日 后儿 后朝 后早 后晚'],
  [3, '大后天 大后日'],
  [-1, '昨天 昨日 昨晚 昨夜 昨'],
  [-2, '前天 前日 前晚'],
]

/** Hours before which a bare hour means the afternoon are told by `resolveHour`. */
export type PartOfDay = 'night' | 'morning' | 'noon' | 'afternoon' | 'evening'

const PARTS_OF_DAY: readonly (readonly [PartOfDay, string])[] = [
  ['night', '凌晨 零晨 临晨 后半夜 下半夜 半夜 大半夜 三更半夜 天没亮 天还没亮 天未亮 天不亮 五更 五更天 黎明 拂晓'],
  ['morning', '清晨 清早 大清早 一早 一大早 大早 早上 早晨 上午 上昼 早 天光 朝晨 早起 天光早 清早上 上半天'],
  ['noon', '昼边 昼前 中午 晌午 正午 午间 中昼 日昼'],
  ['afternoon', '下午 午后 下昼 后晌 晏昼 下半天 下半昼'],
  ['evening', '晚上 晚 傍晚 晚间 夜里 夜间 夜晚 夜 深夜 午夜 暗晡 黄昏 晚夕 擦黑 暝晡 晚边'],
]

/** How telephones write it: behind the hour. */
const MERIDIEMS: readonly (readonly [PartOfDay, string])[] = [
  ['morning', 'am AM Am a.m.'],
  ['afternoon', 'pm PM Pm p.m.'],
]

const TWO_DAYS: readonly (readonly [number, string])[] = [
  [0, '今明两天 今明2天 今明天 今明'],
  [1, '明后两天 明后2天 明后天 明后 明天后天 明天和后天 明天跟后天 明天、后天 明天,后天'],
]

/** The days before (negative) or after the day in the word 年底, 月初 …, written as month shift and point. */
const MONTH_POINTS: readonly (readonly [number, string])[] = [
  [1, '月初 月头 本月初 这个月初 上旬 本月上旬 月上旬'],
  [2, '月中 本月中 中旬 本月中旬 月中旬'],
  [4, '下旬 本月下旬 月下旬'],
  [3, '月底 月尾 本月底 这个月底 月末 本月末 这月底'],
  [11, '下月初 下个月初 下月 下个月 下月上旬 下个月上旬'],
  [12, '下月中 下个月中 下月中旬 下个月中旬'],
  [14, '下月下旬 下个月下旬'],
  [13, '下月底 下个月底 下个月末'],
  [23, '年底 年末'],
]

/** Feasts by the index of `holidays.ts`. */
const HOLIDAYS: readonly (readonly [number, string])[] = [
  [0, '元旦'],
  [1, '春节 过年 年 大年 新年 除夕'],
  [2, '元宵 元宵节 正月十五'],
  [3, '清明 清明节'],
  [4, '劳动节 五一节 五一假期'],
  [5, '端午 端午节'],
  [6, '中秋 中秋节'],
  [7, '国庆 国庆节'],
]

/** Months of the moon that have a name of their own. */
const MOON_MONTHS: readonly (readonly [number, string])[] = [
  [1, '正月 农历正月'],
  [11, '冬月 农历冬月'],
  [12, '腊月 农历腊月 旧历腊月'],
]

/** 初二数学: a form of the middle school. */
const SCHOOL = '数学 英语 语文 物理 化学 学生 作业 年级 班 上 下 生 孩子 的孩子 男生 女生 男孩 女孩 娃 补课 全科 家教'

/** 元月5号: the month that has a name instead of a number. */
const JANUARY = '元月 元月份'

const MOON_DAYS = '一二三四五六七八九十'

export interface PostWord {
  /** From 1 on: what is asked of every token is looked up by it. */
  readonly number: number
  readonly tags: ReadonlySet<Tag>
  readonly value: number
  readonly part: PartOfDay | undefined
}

interface Building {
  number: number
  tags: Set<Tag>
  value: number
  part: PartOfDay | undefined
}

/** 今早 and 明晚 say a day and a part of it in one word. */
function partInside(text: string): PartOfDay | undefined {
  if (text.length < 2) return undefined
  if (text.endsWith('早') || text.endsWith('上午')) return 'morning'
  if (text.endsWith('下午')) return 'afternoon'
  return text.endsWith('晚') || text.endsWith('夜') ? 'evening' : undefined
}

const WEEK_PREFIXES = [
  ['', 0],
  ['这', 1],
  ['本', 1],
  ['这个', 1],
  ['下', 2],
  ['下个', 2],
  ['下下', 3],
  ['下下个', 3],
] as const

const WEEKDAYS = ['一1', '二2', '三3', '四4', '五5', '六6', '日天7']

type Add = (tag: Tag, text: string, value?: number, part?: PartOfDay) => void

function addWeekWords(add: Add): void {
  for (const [prefix, weeks] of WEEK_PREFIXES) {
    for (const name of ['周', '星期', '礼拜', '拜']) {
      if (name === '拜' && prefix === '') continue
      for (const [index, signs] of WEEKDAYS.entries())
        for (const sign of signs) add('weekday', `${prefix}${name}${sign}`, weeks * 10 + index + 1)
      add('weekend', `${prefix}${name}末`, weeks)
      if (weeks > 1) add('next-week', `${prefix}${name}`, weeks - 1)
      if (weeks === 1) add('this-week', `${prefix}${name}`)
    }
    for (const both of ['周六日', '周六周日', '周六和周日', '周六、周日', '周末两天', '周六天'])
      add('weekend', `${prefix}${both}`, weeks + 10)
  }
}

/** 初八 in any month, 大年初三 in the first, and 月初五 behind the number of its month. */
function addMoonWords(add: Add): void {
  for (const [index, sign] of [...MOON_DAYS].entries()) {
    const day = index + 1
    add('moon-day', `初${sign}`, day)
    for (const year of ['大年', '年', '新年']) add('moon-day', `${year}初${sign}`, 100 + day)
    add('moon-of-month', `月初${sign}`, day)
  }
  for (const form of ['初一', '初二', '初三']) for (const school of SCHOOL.split(' ')) add('noise', form + school)
}

/** Every word of the vocabulary. A text may have several tags: 天 is a day and a unit of pay. */
export function postWords(): ReadonlyMap<string, PostWord> {
  const words = new Map<string, Building>()
  const add: Add = (tag, text, value, part) => {
    const word = words.get(text)
    if (word === undefined) words.set(text, { number: words.size + 1, tags: new Set([tag]), value: value ?? 0, part })
    else word.tags.add(tag)
  }
  const addAll = (tag: Tag, rows: readonly (readonly [number, string])[]) => {
    for (const [value, texts] of rows)
      for (const text of texts.split(' ')) add(tag, text, value, tag === 'relative-day' ? partInside(text) : undefined)
  }
  addWeekWords(add)
  addMoonWords(add)
  for (const text of JANUARY.split(' ')) add('january', text, 1)
  addAll('two-days', TWO_DAYS)
  addAll('relative-day', RELATIVE_DAYS)
  addAll('month-point', MONTH_POINTS)
  addAll('moon-month', MOON_MONTHS)
  addAll('holiday', HOLIDAYS)
  for (const [part, texts] of PARTS_OF_DAY) for (const text of texts.split(' ')) add('part-of-day', text, 0, part)
  for (const [part, texts] of MERIDIEMS) for (const text of texts.split(' ')) add('meridiem', text, 0, part)
  for (const [tag, texts] of POST_WORDS) for (const text of texts.split(' ')) add(tag, text)
  return words
}
