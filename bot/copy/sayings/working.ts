import type { JobView, PayOrder } from '@linggong/api/contract/job.contract.ts'
import type { PremiumQuote } from '@linggong/api/contract/policy.contract.ts'
import type { Question } from '../../dialogue/session.ts'
import { lines, momentText, short, yuan } from '../format.ts'
import { type Purse, walletText } from '../wallet-copy.ts'
import type { Nothing, Now } from './about.ts'

const finishedNames = ({ takes }: JobView): readonly string[] =>
  takes.filter(({ state }) => state === 'finished').map(({ workerName }) => workerName)

const NAMES_SHOWN = 10
const namesText = (names: readonly string[]): string =>
  names.length > NAMES_SHOWN ? `${names.slice(0, NAMES_SHOWN).join('、')}等` : names.join('、')

export const WORKING = {
  askStartCode: (_: Nothing) => '到了就问老板要开工码，把4位数字发给我。',
  startCodes: ({ jobs }: { jobs: readonly JobView[] }) =>
    jobs.length === 0
      ? '你现在没有在招的活。招人回「发活」。'
      : lines(
          '开工码，工友到了再告诉他：',
          ...jobs.map(({ number, content, startCode }) => `【${number}】${short(content, 18)}：${startCode ?? ''}`),
        ),
  started: ({ job }: { job: JobView }) => lines(`开工了！【${job.number}】${job.content}`, '注意安全。干完回「收工」。'),
  finished: ({ job }: { job: JobView }) => `辛苦了！【${job.number}】已收工，等老板确认，${yuan(job.payPerTakeFen)}就到账。`,
  confirmed: ({ job, count }: { job: JobView; count: number }) =>
    `好，【${job.number}】${count}人的工钱${yuan(job.payPerTakeFen * count)}付出去了。`,
  askConfirmWork: ({ job }: { job: JobView }) => {
    const names = finishedNames(job)
    return lines(
      `【${job.number}】${job.content}：${names.length}人收工`,
      `${namesText(names)}，每人${yuan(job.payPerTakeFen)}，共${yuan(job.payPerTakeFen * names.length)}`,
      '没问题就回「确认」，马上付。有问题回「人工」。',
    )
  },
  payComesBy: ({ phone }: { phone: string }) => `老板确认完工，工钱就进你的钱包。没给打${phone}。`,
  seeYou: ({ job }: { job: JobView }, now: Now) =>
    lines(
      '好。下一个活：',
      `【${job.number}】${job.content} ${momentText(job.startsAt, now)}`,
      job.place,
      '到了问老板要码，回「开工」加4位码。',
    ),
  welcome: (_: Nothing) => '好的，有事随时发我。',
  wallet: (purse: Purse, now: Now) => walletText(purse, now),
  cover: ({ jobs }: { jobs: readonly JobView[] }) =>
    jobs.length === 0 ? '你手上没有活。老板买了保险的活，详情里会写。' : lines(...jobs.map(coverLine)),
  askInsure: ({ quote }: { quote: PremiumQuote }) =>
    lines(
      `给【${quote.number}】买意外险：`,
      `每人每天${yuan(quote.premiumPerDayFen)}×${quote.people}人×${quote.days}天，最多${yuan(quote.totalFen)}`,
      '每人最高保100万元，没人接的位子退钱。买就回「确认」，不买回「算了」。',
    ),
  insured: ({ quote }: { quote: PremiumQuote }) => `【${quote.number}】要保险记下了，付了钱马上生效。`,
  payNow: ({ order }: { order: PayOrder }) =>
    lines(`【${order.number}】${FOR_WHAT[order.purpose]}${yuan(order.amountFen)}。`, `扫下面的码付，或点开：${order.url}`),
  askCancelJob: ({ job }: { job: JobView }) =>
    lines(
      `要撤【${job.number}】${job.content}？`,
      job.seats > job.seatsLeft ? `已有${job.seats - job.seatsLeft}人接了，会告诉他们不用来。` : undefined,
      `放的${yuan(job.totalFen)}退给你。真要撤回「确认」，不撤回「算了」。`,
    ),
  jobCancelled: ({ job }: { job: JobView }) => `【${job.number}】撤好了，${yuan(job.totalFen)}退给你。`,
  nothingToConfirm: (_: Nothing) => '好。现在没有要确认的事。不会用回「帮助」。',
  dropped: (_: Nothing) => '好，不动。',
  answerOrDrop: ({ form }: { form: Question }) => ANSWER_OR_DROP[form.kind],
}

const FOR_WHAT = { hold: '放工钱', cover: '保险费', due: '补付工钱' } as const

const ANSWER_OR_DROP: Readonly<Record<Question['kind'], string>> = {
  confirm: '没听懂。要办就回「确认」，不办回「算了」。',
  which: '没听懂。回前面的序号，不办回「算了」。',
  code: '开工码是4位数字，问老板要。不办回「算了」。',
}

const coverLine = ({ number, content, insured }: JobView): string =>
  insured ? `【${number}】${content}：老板买了意外险，接了活就有保。` : `【${number}】${content}：老板还没买保险。`
