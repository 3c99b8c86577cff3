import { lines } from '../format.ts'
import type { Nothing } from './about.ts'

interface Whom {
  readonly called: string
}

export const HELPING_OTHERS = {
  askLetHelp: (_: Nothing) =>
    lines(
      '家人用他的微信，能替你找活、抢活、退单、开工、收工，能看活的消息。',
      '钱、手机号、收款微信，他都碰不了。随时回「不让家人帮了」就停。',
      '同意就回「同意」，不要回「算了」。',
    ),
  helperCode: ({ code }: { code: string }) => lines(`让他10分钟内在他的微信发：帮家人 ${code}`, '只能用一次，别发到群里。'),
  helperBound: ({ name, called }: { name: string; called: string }) =>
    lines(`好，你能帮${called}（${name}）了。`, `回「帮${called}抢」加活号，或回「现在帮${called}」。`, '钱的事要本人办。'),
  helpersEnded: ({ count }: { count: number }) => (count === 0 ? '现在没有家人帮你办事。' : '好，停了。家人不能再替你办事。'),
  noElders: (_: Nothing) =>
    lines('你还没有帮谁。让家人回「让家人帮我」，把码给你。', '他不用微信，带他和身份证到零工驿站，当面登记、拿码。'),
  askWhom: ({ elders }: { elders: readonly Whom[] }) =>
    lines('帮谁？回前面的序号，不办回「算了」。', ...elders.map(({ called }, index) => `${index + 1}. ${called}`)),
  switched: ({ called }: Whom) => `好，下面都是帮${called}办。办自己的回「不帮了」。`,
  switchedBack: (_: Nothing) => '好，下面办你自己的。',
  leftElder: ({ called }: Whom) => `好，以后不帮${called}了，也告诉他了。`,
  forWhom: ({ called }: Whom) => `帮${called}办：`,
  registerElder: (_: Nothing) =>
    lines('带他和他的身份证到零工驿站，当面登记，几分钟就好。', '登记好让驿站给你一个码，就能用你的微信帮他接活。'),
}
