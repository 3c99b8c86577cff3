const ANSWERS = {
  agree: ['同意', '我同意', '确认', '确定', '是', '是的', '对', '对的', '好', '好的', '可以', '行', '没错', '嗯', 'ok', '👌', '👍'],
  restart: ['重来', '重新来', '重填', '重新填', '重新说', '重新发', '从头来'],
  wrong: ['不对', '错了', '写错了', '不是', '改', '修改', '要改', '改一下', '我要改', '不对,改一下'],
  help: ['帮助', '帮忙', '怎么用', '菜单', '功能', '看不懂', '不会用', '怎么弄', '?', '??', '0', 'help'],
  greeting: ['你好', '您好', '在吗', '在不在', '有人吗', '有人冇', 'hi', 'hello', '早', '早上好', '中午好', '下午好', '晚上好'],
  drop: ['算了', '不要了', '取消', '不发了', '不登记了', '不注册了', '不用了', '不了', '退出', '否', '不', '不办了', '不买了'],
} as const

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[。.!,~\s]{1,20}$/u, '')

/** Whether a whole line is one of the set answers to the bot's own question. */
export const isAnswer = (kind: keyof typeof ANSWERS, text: string): boolean => (ANSWERS[kind] as readonly string[]).includes(plain(text))

/** 1 or 2 as the two roles were offered. */
export function readRole(text: string): 'worker' | 'employer' | undefined {
  const said = plain(text).replace(/^(注册|登记)\s{0,9}/, '')
  if (said === '1' || said.includes('找活') || said.includes('找事') || said.includes('干活')) return 'worker'
  return said === '2' || said.includes('招人') || said.includes('找人') ? 'employer' : undefined
}

const NOT_IN_NAMES = ['不', '没', '什么', '为啥', '为什么', '怎么', '吗', '谁', '干嘛', '注册', '登记', '身份', '找活', '招人', '？', '?']

/** Whether an answer to 「你叫什么名字」 is plainly something else: 为什么要, 不想说. */
export const isNoName = (text: string): boolean => NOT_IN_NAMES.some((word) => text.includes(word))

const DIGITS: Readonly<Record<string, string>> = { 零: '0', 〇: '0', 一: '1', 幺: '1', 二: '2', 两: '2', 三: '3', 四: '4' }
const MORE_DIGITS: Readonly<Record<string, string>> = { 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' }
const digitOf = (sign: string): string => DIGITS[sign] ?? MORE_DIGITS[sign] ?? sign

/** The four digits of a start code in an answer that says them however it likes: 4821, ４８ ２１, 四八二一. */
export function readCode(text: string): string | undefined {
  const said = [...text.normalize('NFKC')].map(digitOf).join('')
  const digits = said.replace(/\D/g, '')
  return digits.length === 4 ? digits : undefined
}

/** A line that is nothing but a number or a +1: in a group it never means the bot. */
export const isBareNumber = (text: string): boolean => /^[\d+]{1,20}$/.test([...plain(text).replace(/\s/g, '')].map(digitOf).join(''))

/** 「@所有人 抢10241」, 「@老王 你来」: the bot's own name has been taken out of a line that means it. */
export const isToOther = (text: string): boolean => /^[@＠]/.test(text.trim())

const NOTE = /^(备注|注明|写上|写|加一句|加上|说明)[:,\s]{0,3}(.{2,100})$/
const LOAD = /^(要|会|得|需)?.{0,6}\d{1,3}(公斤|斤|kg).{0,20}$/

/** What an employer wants written besides: 备注 自带手套, 要搬30公斤重物. */
export function readNote(text: string): string | undefined {
  const said = plain(text)
  return NOTE.exec(said)?.[2] ?? (LOAD.test(said) ? said : undefined)
}

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
