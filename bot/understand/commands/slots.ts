import { digitRunAt, readPhone } from '../post/phone.ts'
import { findIdNumber } from '../post/id-number.ts'
import { numeralAt } from '../numbers/numeral.ts'
import { normalise } from '../normalise/normalise.ts'

export interface Registration {
  readonly name?: string
  readonly idNumber?: string
  readonly phone?: string
}

const NOT_NAMES =
  '注册 登记 实名 认证 实名认证 身份证 身份证号 手机 手机号 电话 姓名 名字 我叫 我是 叫 帮 给 我要 我想 工人 雇主 零工 号码 证号 我 的 是 代注册 代登记 代 用户 账号 一下 你好 老板 师傅 找活 招人 怎么 如何 号 联系 微信 验证 身份 上传 照片 怎样 在哪 哪里 失败 通过 平台 加入 新人 成为 会员'.split(' ')

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤穆农司卓古吉缪简项连芦麦窦戚岑景党宫费卜冷晏席卫柏宗瞿桂佟臧闵邬边姬仇栾刁沙荣巫桑仲虞池查苑郎佘游阙鄢粟涂官巩谌欧阳'

/** A made-up looking name of 2–4 characters that begins with a surname; the longest free run of Chinese characters counts. */
function nameIn(text: string): string | undefined {
  let rest = text
  for (const word of [...NOT_NAMES].sort((left, right) => right.length - left.length)) rest = rest.replaceAll(word, ' ')
  for (const part of rest.split(/[^一-龥·]/)) {
    if (part.length >= 2 && part.length <= 4 && SURNAMES.includes(part.charAt(0))) return part
  }
  return undefined
}

/** Reads 「注册 廖大山 <ID> 13800000000」 and its kin; a full-width ｘ at the end of an ID number becomes X. */
export function readRegistration(written: string): Registration {
  const text = normalise(written)
  const id = findIdNumber(text)
  const idNumber = id === undefined ? undefined : text.slice(id.start, id.end).toUpperCase()
  const bare = id === undefined ? text : `${text.slice(0, id.start)} ${text.slice(id.end)}`
  const phone = readPhone(bare)
  const name = nameIn(phone === undefined ? bare : `${bare.slice(0, phone.span.start)} ${bare.slice(phone.span.end)}`)
  return {
    ...(name === undefined ? {} : { name }),
    ...(idNumber === undefined ? {} : { idNumber }),
    ...(phone === undefined ? {} : { phone: phone.phone }),
  }
}

/** 五星, 4颗星, 打5分, ⭐⭐⭐⭐. */
export function readStars(text: string): number | undefined {
  let drawn = 0
  for (const sign of text) if (sign === '⭐' || sign === '★' || sign === '🌟') drawn += 1
  if (drawn > 0 && drawn <= 5) return drawn
  for (let at = 0; at < text.length; at += 1) {
    const numeral = numeralAt(text, at)
    if (numeral === undefined) continue
    if (numeral.value >= 1 && numeral.value <= 5 && Number.isInteger(numeral.value)) {
      if (['星', '颗星', '分', '个星', '颗'].some((unit) => text.startsWith(unit, numeral.end))) return numeral.value
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
    const run = digitRunAt(text, at).digits.length
    const money = ['元', '块', '圆', '快'].some((unit) => text.startsWith(unit, numeral.end))
    const counted = ['个', '人', '天', '号', '点', '月', '年', '次', '单', '笔'].some((unit) => text.startsWith(unit, numeral.end))
    if (!numeral.vague && !counted && run < 10 && numeral.value > 0 && (money || numeral.value >= 10 && (isBareSum || numeral.chinese || numeral.value < 1000))) {
      return Math.round(numeral.value * 100)
    }
    at = numeral.end - 1
  }
  return undefined
}

const COURSE_TAILS = ['培训班', '培训', '技术', '课程', '班', '课', '证', '手艺', '怎么报名', '报名', '吗', '吧', '啊', '呢', '了', '的', '怎么报', '要钱吗']
const COURSE_HEADS = ['我想', '我要', '想', '要', '去', '来', '参加', '报名', '报个', '报', '学习', '学', '考', '个', '一下', '帮我', '给我', '上', '的', '有没有', '有', '最近', '免费', '做', '开', '当']

/** 报名 月嫂班, 想学挖机, 电工培训我要报名: the subject of the course. */
export function readCourse(written: string): string | undefined {
  let text = written.replaceAll(' ', '')
  for (const cut of [',', '。', '!', '?']) text = text.split(cut)[0] ?? text
  for (const middle of ['培训班', '培训', '班']) {
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
