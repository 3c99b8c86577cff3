import type { Refused } from '@linggong/api/core/result.ts'
import type { PersonRole } from '../../dialogue/session.ts'
import { lines } from '../format.ts'
import { refusalText } from '../refusal-copy.ts'
import type { Nothing, Now } from './about.ts'

interface Hall {
  readonly phone: string
  readonly hours: string
}

export const HELPING = {
  help: ({ roles }: { roles: readonly PersonRole[] }) => lines(...MENU[menuFor(roles)]),
  hello: (_: Nothing) => '你好，我是零工小助手。找活回「找活」，招人回「发活」，不会用回「帮助」。',
  atYourService: (_: Nothing) => '我在。私聊发我「帮助」看怎么用。',
  notUnderstood: (_: Nothing) => '没听懂。找活回「找活」，招人回「发活」，要人帮忙回「人工」。',
  stillNotUnderstood: ({ phone }: Hall) => `还是没听懂，别急。打${phone}，大厅的人帮你办。`,
  human: ({ phone, hours }: Hall) => lines(`零工大厅：${phone}`, hours, '政务热线12345，欠薪找12333。'),
  ambulance: (_: Nothing) => '先打120！有危险打110、119。',
  emergency: ({ phone }: Hall) => lines('先打120！', '有危险打110、119。', `再打大厅${phone}，我们来帮你。`),
  pleaseType: (_: Nothing) => '语音现在还听不了，请打字，或到零工驿站找人帮忙。',
  tooFast: (_: Nothing) => '发太快了，歇一下再发。',
  notYet: ({ phone }: Hall) => `这个现在要人工办，打${phone}，或到零工驿站。`,
  changeAtHall: ({ phone }: Hall) => lines('登记的手机号、姓名、身份证号要改，带身份证到零工大厅或驿站，当面就改。', `先问问：${phone}`),
  askNewPhone: (_: Nothing) => lines('换成哪个号？回「换手机号」加新号码。', '老号收不到短信的，带身份证到零工大厅或驿站，当面就改。'),
  askOldCode: ({ before, phone }: { before: string; phone: string }) =>
    lines(
      `${before}和${phone}各收到一个8位码，10分钟有效。`,
      `先把老号${before}收到的码发来。`,
      '老号收不到的，带身份证到零工大厅或驿站改。',
    ),
  askNewCode: (_: Nothing) => '好。再发新号收到的码。',
  phoneChanged: ({ phone }: { phone: string }) => `换好了，现在登记的是${phone}。`,
  complain: ({ phone }: Hall) => lines(`别急，打${phone}，大厅来管。`, '欠薪也可以打12333。'),
  claim: ({ phone }: Hall) => lines(`出险先看伤，再打${phone}报案。`, '病历、发票、照片都留好。'),
  cannotEdit: ({ phone }: Hall) => `发出去的活要改，打${phone}。还没人接的，可以「撤单」再重发。`,
  ownNewsOnly: (_: Nothing) => '好。私聊只发和你的单有关的事，别的不发。',
  newsInGroup: (_: Nothing) => '新活都发在群里。想看回「找活」。',
  waitForSeat: (_: Nothing) => '现在还不能候补。有人退了，群里会再发。',
  noAdverts: (_: Nothing) => '这里只招零工、找零工，这种发不了。有疑问回「人工」。',
  refused: (refused: Pick<Refused, 'refusal' | 'facts'>, now: Now) => refusalText(refused, now),
}

const MENU = {
  stranger: ['找活：看有什么活', '发活：一句话招人', '注册：先登记', '看加号码：看详情', '人工：找人帮忙', '救命：出事了'],
  worker: [
    '找活：看有什么活',
    '抢加号码：接这个活',
    '开工加4位码：到了报码',
    '收工：干完了',
    '钱包：看工钱',
    '提现：钱提到微信',
    '人工：找人帮忙',
  ],
  employer: ['发活：一句话招人', '我的单：看来了几人', '确认完工：付工钱', '买保险：给工友买', '撤单：不招了', '人工：找人帮忙'],
  both: ['找活：看有什么活', '发活：一句话招人', '我的单：接的和发的', '开工、收工：干活时报', '确认完工：付工钱', '人工：找人帮忙'],
} as const

function menuFor(roles: readonly PersonRole[]): keyof typeof MENU {
  const [role, ...others] = roles
  return others.length > 0 ? 'both' : (role ?? 'stranger')
}
