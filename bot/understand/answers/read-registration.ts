import { normalise } from '../normalise/normalise.ts'
import { findIdNumber } from '../post/id-number.ts'
import { readPhone } from '../post/phone.ts'
import { isHanAt } from '../words/signs.ts'

export interface Registration {
  readonly name?: string
  readonly idNumber?: string
  readonly phone?: string
}

/** What a registration says besides a name, the longest first, so that no word is broken up by a shorter one. */
const NOT_NAMES =
  '注册 登记 实名 认证 实名认证 身份证 身份证号 手机 手机号 电话 姓名 名字 我叫 我是 叫 帮 给 我要 我想 工人 雇主 零工 号码 证号 我 的 是 代注册 代登记 代 用户 账号 一下 你好 老板 师傅 找活 招人 怎么 如何 号 联系 微信 验证 身份 上传 照片 怎样 在哪 哪里 失败 通过 平台 加入 新人 成为 会员'
    .split(' ')
    .sort((left, right) => right.length - left.length)

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤穆农司卓古吉缪简项连芦麦窦戚岑景党宫费卜冷晏席卫柏宗瞿桂佟臧闵邬边姬仇栾刁沙荣巫桑仲虞池查苑郎佘游阙鄢粟涂官巩谌欧阳'

/** 买买提·艾力 is one name. */
const isNameAt = (text: string, at: number): boolean => isHanAt(text, at) || text.charAt(at) === '·'

/** A made-up looking name of 2–4 characters that begins with a surname; the longest free run of Chinese characters counts. */
function nameIn(text: string): string | undefined {
  let rest = text
  for (const word of NOT_NAMES) rest = rest.replaceAll(word, ' ')
  let start = 0
  for (let at = 0; at <= rest.length; at += 1) {
    if (isNameAt(rest, at)) continue
    const part = rest.slice(start, at)
    if (part.length >= 2 && part.length <= 4 && SURNAMES.includes(part.charAt(0))) return part
    start = at + 1
  }
  return undefined
}

/** Reads 「注册 廖大山 <ID> 13800000000」 and its kin; a full-width ｘ at the end of an ID number becomes X. */
export function readRegistration(written: string): Registration {
  const text = normalise(written)
  const id = findIdNumber(text)
  const idNumber =
    id === undefined
      ? undefined
      : [...text.slice(id.start, id.end)]
          .filter((sign) => sign !== ' ' && sign !== '-')
          .join('')
          .toUpperCase()
  const bare = id === undefined ? text : `${text.slice(0, id.start)} ${text.slice(id.end)}`
  const phone = readPhone(bare)
  const name = nameIn(phone === undefined ? bare : `${bare.slice(0, phone.span.start)} ${bare.slice(phone.span.end)}`)
  return {
    ...(name === undefined ? {} : { name }),
    ...(idNumber === undefined ? {} : { idNumber }),
    ...(phone === undefined ? {} : { phone: phone.phone }),
  }
}
