import { anIdNumber } from '@linggong/api/core/person/testing/id-numbers.ts'
import type { Phone } from './phone.ts'
import { soon } from './soon.ts'

export interface Newcomer {
  /** 1 找活, 2 招人. */
  readonly role: '1' | '2'
  readonly name: string
  readonly idNumber: string
  readonly phone: string
}

/** Made up: nobody has this number, though its last digit is right. */
export const newcomer = (role: Newcomer['role'], name: string, born: string): Newcomer => ({
  role,
  name,
  idNumber: anIdNumber(born, { sequence: 990 }),
  phone: `199${born}`,
})

/** 注册 in the open private chat, one answer after the other. */
export async function register(person: Phone, { role, name, idNumber, phone }: Newcomer): Promise<void> {
  await person.ask('注册', '找活还是招人')
  await person.ask(role, '你叫什么名字')
  await person.ask(name, '身份证号是多少')
  await person.ask(idNumber, '手机号是多少')
  const card = await person.ask(phone, '请核对')
  if (card.includes(idNumber) || card.includes(phone)) throw new Error('the card shows what should be masked')
  await person.ask('同意', '登记好了')
}

/** The same without typing anything: the page offers a made-up person to whoever only tries it out. */
export async function registerByTapping(person: Phone, name: string): Promise<void> {
  await person.tap('注册', '找活还是招人')
  await person.tap('1', '你叫什么名字')
  await person.tap(name, '身份证号是多少')
  await person.tap(/^\d{17}[\dX]$/, '手机号是多少')
  await person.tap(/^\d{11}$/, '请核对')
  await person.tap('同意', '登记好了')
}

export interface PostedJob {
  readonly number: string
  readonly startCode: string
}

/** One sentence, then 「发」, as an employer in private; the job waits for its money. Gives its number. */
export async function askToPublish(employer: Phone): Promise<string> {
  const { words } = soon(Temporal.Now.instant())
  await employer.ask(`${words} 搬办公桌 2个人 100一个 县政府对面`, '请核对')
  const asked = await employer.tap('发', '先放工钱200元')
  const [, number = ''] = asked.match(/【(\d+)】/) ?? []
  if (number === '') throw new Error(`no number: ${asked}`)
  return number
}

/** The address in the chat, one tap on its page, and back: the job is out. */
export async function pay(employer: Phone, number: string): Promise<PostedJob> {
  const page = await employer.follow()
  await page.getByText('演示：这是模拟支付，不花真钱。').waitFor()
  await page.getByRole('button', { name: '模拟付款' }).click()
  await page.getByRole('heading', { name: '付好了' }).waitFor()
  await page.close()
  const paid = await employer.hears(`收到200元，【${number}】发出去了`)
  const [, startCode = ''] = paid.match(/开工码(\d{4})/) ?? []
  if (startCode === '') throw new Error(`no code: ${paid}`)
  return { number, startCode }
}

export const post = async (employer: Phone): Promise<PostedJob> => pay(employer, await askToPublish(employer))

/** The first by answering the post, the second by its number, both in the group. */
export async function grab([first, second]: readonly [Phone, Phone], { number }: PostedJob): Promise<void> {
  await Promise.all([first.openGroup(), second.openGroup()])
  await Promise.all([first.hears(`【${number}】搬办公桌 要2人`), second.hears(`【${number}】搬办公桌 要2人`)])
  await first.quote(`【${number}】搬办公桌`)
  await first.ask('抢', `${number}还剩1个`)
  await second.ask(`抢${number}`, `${number}满了`)
  await first.hears(`【${number}】搬办公桌 人已满`)
}

export async function start(worker: Phone, { startCode }: PostedJob): Promise<void> {
  await worker.openBot()
  await worker.hears('抢到了！')
  await worker.ask(`开工${startCode}`, '开工了！')
}

export const finish = (worker: Phone): Promise<string> => worker.ask('收工', '辛苦了！')
