import { PAYMENT_LIMIT } from '@linggong/api/core/payment/payment-limit.ts'
import { readYuan } from '@linggong/api/core/read-yuan.ts'

const words = (text: string): readonly string[] => text.split(' ')

const ANSWERS = {
  agree: words(
    '同意 我同意 确认 确定 是 是的 对 对的 对了 好 好的 好了 可以 可以的 可以了 行 行的 行了 没错 没问题 就这样 嗯 嗯嗯 要得 中 ok 👌 👍',
  ),
  publish: words('发 发吧 发了 发布 发出去 就这样发 就发'),
  restart: words('重来 重新来 重填 重新填 重新说 重新发 从头来'),
  wrong: words('不对 错了 写错了 不是 改 修改 要改 改一下 我要改'),
  help: words('帮助 帮忙 怎么用 菜单 功能 看不懂 不会用 怎么弄 ? ?? 0 help'),
  greeting: words('你好 您好 在吗 在不在 有人吗 有人冇 hi hello 早 早上好 中午好 下午好 晚上好'),
  goodbye: words('再见 拜拜 走了 先这样 晚安 bye'),
  drop: words('算了 不要了 不要 取消 不弄了 不搞了 不办了 不办 不用了 不用 不了 退出 停 否 不'),
  dropRegistration: words('不登记了 不登记 不注册了 不注册'),
  dropPost: words('不发了 不发 不招了 不招'),
  dropAct: words('不买了 不买 不撤了 不撤 不退了 不退 不付 先不付'),
  letHelp: words('让家人帮我 让家里人帮我 家人帮我 让儿子帮我 让女儿帮我 让儿媳帮我 让家人帮忙'),
  endHelp: words('不让家人帮了 不让家人帮 不要家人帮了 不让他帮了 不让她帮了 取消家人帮忙 不用家人帮了'),
  myCompanies: words('我的企业 我的公司 我的合作社'),
  asHousehold: words('按个人发 用个人发 个人发 按散户发 按个人名义发 用个人名义发'),
  asCompany: words('按企业发 用企业发 按公司发 用公司发 按企业名义发 用企业名义发 按合作社发 用合作社发'),
  inviteRepresentative: words('加代表 添加代表 加企业代表 加个代表 增加代表'),
  bindPayee: words(
    '绑定收款微信 绑收款微信 换收款微信 改收款微信 更换收款微信 收款微信 绑定收款 绑定提现微信 绑定微信收款 换微信收款 换个微信收款 换个微信收钱 绑定收钱微信',
  ),
  exportMine: words(
    '我的资料 导出我的资料 导出资料 导出我的信息 下载我的资料 下载资料 我要我的资料 要一份我的资料 给我一份我的资料 我的全部资料 我的所有资料',
  ),
  dropPayout: words('取消提现 撤销提现 提现取消 不提现了 不提现 不提了 不取了 退回钱包 提现撤销'),
  /** What is wanted is the job that was looked at last. */
  want: words(
    '我要 我要去 我去 我要这个 这个我要 要这个 就这个 就要这个 我要接 我接 接 接这个 我干 我要干 我要报名 报名 抢这个 我抢这个 好我去 那我去',
  ),
} as const
type Kind = keyof typeof ANSWERS

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[。.!,~\s啊呀哦嘛啦呢哈]{1,20}$/u, '')

/** Whether a whole line is made of set answers to the bot's own question: 好, 对，发吧. */
export function isAnswer(kind: Kind | readonly Kind[], text: string): boolean {
  const kinds = typeof kind === 'string' ? [kind] : kind
  const known = kinds.flatMap((one) => ANSWERS[one])
  const said = plain(text)
  return known.includes(said) || said.split(/[,、。;]/).every((part) => known.includes(plain(part)))
}

/** 1 or 2 as the two roles were offered. */
export function readRole(text: string): 'worker' | 'employer' | undefined {
  const said = plain(text).replace(/^(注册|登记)\s{0,9}/, '')
  if (said === '1' || said.includes('找活') || said.includes('找事') || said.includes('干活')) return 'worker'
  return said === '2' || said.includes('招人') || said.includes('找人') ? 'employer' : undefined
}

const NOT_IN_NAMES = ['不', '没', '什么', '为啥', '为什么', '怎么', '吗', '谁', '干嘛', '注册', '登记', '身份', '找活', '招人', '？', '?']

/** What is said to the bot again and again and is nobody's name. */
const NO_NAMES: ReadonlySet<string> = new Set(
  '发布 确认 同意 好的 好 可以 行 收到 谢谢 你好 您好 在吗 是的 对 帮助 菜单 发活 干活 找人 抢单 接单 提现 钱包 人工 客服 取消 算了'.split(
    ' ',
  ),
)

/** Whether an answer to 「你叫什么名字」 is plainly something else: 为什么要, 不想说. */
export const isNoName = (text: string): boolean =>
  NO_NAMES.has(plain(text)) || NOT_IN_NAMES.some((word) => text.includes(word)) || LONG_SENTENCE.test(plain(text))

/** 我爸叫林大强: the name behind who it is. */
export const withoutKin = (text: string): string => text.trim().replace(KIN, '').trim()
const KIN = /^我?(?:的|家)?(?:爸爸?|妈妈?|父亲|母亲|爷爷|奶奶|外公|外婆|监护人|家长)(?:叫|是|名字|姓名|[:：,，\s]){0,3}/u

/** Names of more than four characters have a dot in them: 阿卜杜拉·买买提. */
const LONG_SENTENCE = /^\p{sc=Han}{5,}$/u

const DIGITS: Readonly<Record<string, string>> = { 零: '0', 〇: '0', 一: '1', 幺: '1', 二: '2', 两: '2', 三: '3', 四: '4' }
const MORE_DIGITS: Readonly<Record<string, string>> = { 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' }
const digitOf = (sign: string): string => DIGITS[sign] ?? MORE_DIGITS[sign] ?? sign

/** The four digits of a start code in an answer that says them however it likes: 4821, ４８ ２１, 四八二一. */
export function readCode(text: string): string | undefined {
  const said = [...text.normalize('NFKC')].map(digitOf).join('')
  const digits = said.replace(/\D/g, '')
  return digits.length === 4 ? digits : undefined
}

/** The digits behind a word, however they are written: in groups, full-width, as 幺二三. */
const digitsBehind = (word: RegExp, text: string): string | undefined =>
  word.exec([...plain(text).replace(/[\s-]/g, '')].map(digitOf).join(''))?.[1]

/** 绑定 1234 5678, 我的绑定码是12345678: a one-time code that the hall gave. */
export const readBindingCode = (text: string): string | undefined => digitsBehind(BINDING, text)
const BINDING = /^我?的?(?:绑定码|绑定|绑)(?:是|为|[:,]){0,2}(\d{6,8})$/

/** 工作号 12345678: the digits by which somebody of the staff shows that a contact is his. */
export const readStaffCode = (text: string): string | undefined => digitsBehind(STAFF_BINDING, text)
const STAFF_BINDING = /^我?的?(?:绑定?)?工作(?:账号|号|码)(?:是|为|[:,]){0,2}(\d{8})$/

/** Eight digits and nothing else, as they stand on the slip of the hall. */
export const readBareCode = (text: string): string | undefined => digitsBehind(/^(\d{8})$/, text)

/** A line that is nothing but a number or a +1: in a group it never means the bot. */
export const isBareNumber = (text: string): boolean => /^[\d+]{1,20}$/.test([...plain(text).replace(/\s/g, '')].map(digitOf).join(''))

/** 「@所有人 抢10241」, 「@老王 你来」: the bot's own name has been taken out of a line that means it. */
export const isToOther = (text: string): boolean => /^[@＠]/.test(text.trim())

/** 发 现金: published, and paid from hand to hand. */
export const saysCash = (text: string): boolean => CASH_ANSWERS.includes(plain(text).replace(/[\s,，、]/g, ''))
const CASH_ANSWERS = words('发现金 现金发 发付现金 发给现金 发现金付 发现金结 现金 付现金 现金付 现金结 给现金 发用现金')

const NOTE = /^(备注|注明|写上|写|加一句|加上|说明)[:,\s]{0,3}(.{2,100})$/
const LOAD = /^(要|会|得|需)?.{0,6}\d{1,3}(公斤|斤|kg).{0,20}$/

/** What an employer wants written besides: 备注 自带手套, 要搬30公斤重物. */
export function readNote(text: string): string | undefined {
  const said = plain(text)
  return NOTE.exec(said)?.[2] ?? (LOAD.test(said) ? said : undefined)
}

/** What is meant by 不是180，是190: the 190. undefined when it is no such sentence. */
export const readCorrection = (text: string): string | undefined =>
  /^不是.{1,12}?[,，、\s]{0,3}(?:而?是|要)(.{1,20})$/.exec(plain(text))?.[1]

/** The ways an edit may say a value whose kind is not said. */
export const editsTo = (value: string): readonly string[] => [`改成${value}`, `工钱改成${value}`]

const DAY_WORDS = ['今', '明', '后天', '大后', '周', '星期', '礼拜', '号', '月', '日']

/** Whether an answer names the day itself, so that an hour is not all it says. */
export const namesDay = (text: string): boolean => DAY_WORDS.some((word) => text.includes(word))

const ADDRESSES = ['http', 'www.', '://', '.com', '.cn', '二维码', '扫码', '微信', '加v', 'vx', 'qq']
const LONG_NUMBER = /\d[\d\s-]{5,}\d/

/** Words that may stand before the whole group: no address to lure anybody away, no number of a person. */
export function isPlainWords(text: string): boolean {
  const said = text.normalize('NFKC').toLowerCase()
  return !LONG_NUMBER.test(said) && !ADDRESSES.some((word) => said.includes(word))
}

/** 不要包午饭, 去掉包住: what is to be left out of a post. */
export const readRemoval = (text: string): string | undefined => /^(?:不要|不用|取消|去掉|没有|不)(.{2,20})$/.exec(plain(text))?.[1]

/** 城关镇: meant for a township, whether or not there is one of that name. */
export const namesTownship = (text: string): boolean => /^[\p{sc=Han}]{1,8}[镇乡村]$/u.test(plain(text))

/** 我会电焊，想干装修: what one can do, and behind it what one would like to. */
export function readWish(text: string): { readonly can: string; readonly wish: string } {
  const [can = '', ...wish] = text.split(/想(?:要)?[干做学找]|也?愿意[干做学]/u)
  return { can: can.trim(), wish: wish.join(' ').trim() }
}

/** 干啥要身份证, 安全吗: asked before an ID number is given away. */
export const asksWhy = (text: string): boolean => ASKS_WHY.some((word) => text.includes(word))
const ASKS_WHY = ['为什么', '为啥', '干啥', '干嘛', '干什么用', '安全', '骗', '泄露', '保密']

/** What agrees to one kind of question and to no other. */
const AGREES = {
  'insure-job': '买 要买 买吧 买了 确认买',
  'cancel-job': '撤 撤吧 确认撤 真撤 真要撤',
  'hand-back': '退 退吧 确认退 真退 真要退',
  'confirm-work': '付 付吧 付钱 结 结账 发钱 确认付',
  'settle-work': '付 付吧 付钱 结 结账 发钱 确认付',
  export: '要 导出 下载 确认导出 给我',
  erase: '注销 注销吧 确认注销 真要注销',
  withdraw: '提 提吧 取 取吧 确认提 确认提现 确认取 提现吧',
  block: '拉黑 拉黑吧 确认拉黑',
  'take-back': '退 退吧 退回 确认退 确认取消 真要取消',
} as const
export const agreesTo = (action: keyof typeof AGREES, text: string): boolean => AGREES[action].split(' ').includes(plain(text))

/** What is typed to be deleted for good: no 好, no 确认, only the word itself. */
export const saysDelete = (text: string): boolean => ['删除', '「删除」', '删除吧', '确认删除', '真要删除'].includes(plain(text))

const ALL_OF_IT = /^(全部?|都|所有|统统)(的?钱)?(提|取)?(现|出来|了)?$/
const AMOUNT_SIGNS = /[\d.,，eE+-]*\d[\d.,，eE+-]*/g
const CHINESE_AMOUNT = /[零〇一二两三四五六七八九十百千万]/

/**
 * How much is to be taken out: what was understood, where the line says nothing else; all of it where it names no amount. 提现1e21 and
 * 提现-1 name something that is no amount, and nothing is made of it; too little is for the rules to refuse.
 */
export function readPayoutAmount(text: string, readFen: number | undefined): number | 'all' | 'unclear' {
  const plainText = text.normalize('NFKC')
  const [run, ...more] = plainText.match(AMOUNT_SIGNS) ?? []
  if (run === undefined) return CHINESE_AMOUNT.test(plainText) ? (readFen ?? 'unclear') : 'all'
  const amountFen = readYuan(run)
  if (amountFen === undefined || more.length > 0) return 'unclear'
  return amountFen === readFen || amountFen < PAYMENT_LIMIT.leastPayoutFen ? amountFen : 'unclear'
}

/** Another amount, said to the question whether so much is to be taken out: 200, 200元, 全部. */
export function readOtherAmount(text: string): number | 'all' | undefined {
  return ALL_OF_IT.test(plain(text)) ? 'all' : readYuan(plain(text))
}

/** 确认完工 and 验收 say it themselves; 干得不错 only sounds like it, and money needs more. */
export const isPlainConfirmation = (text: string): boolean => text.includes('确认') || text.includes('验收')

export interface Picked {
  readonly option: number
  /** 抢2 takes, 第二个 only looks. */
  readonly takes: boolean
}

/** A choice out of the list shown last, when more than the number is said: 抢2, 接第三个, 第二个. 「抢2个」 means two seats and is none. */
export function readPick(text: string): Picked | undefined {
  const said = [...plain(text).replace(/\s/g, '')].map(digitOf).join('')
  const match = /^(我要|要|看|选|抢|我抢|接|我接|我要抢|我要接)?(第)?([1-9])(个|条|号)?$/.exec(said)
  const [, verb = '', ordinal, digit, counter] = match ?? []
  if (digit === undefined || (verb === '' && ordinal === undefined) || (counter === '个' && ordinal === undefined)) return undefined
  return { option: Number(digit), takes: verb.includes('抢') || verb.includes('接') }
}
