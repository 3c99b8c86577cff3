import type { JobView, PayOrder, TakeView } from '@linggong/api/contract/job.contract.ts'
import type { CancelQuote } from '@linggong/api/contract/money.contract.ts'
import type { PremiumQuote } from '@linggong/api/contract/policy.contract.ts'
import type { WageSlipView } from '@linggong/api/contract/statutory.contract.ts'
import type { ProposalKind } from '@linggong/api/core/take/proposal.ts'
import type { SaidAmount } from '../../commands/read-amounts.ts'
import type { HoursForm, Question } from '../../dialogue/session.ts'
import { lines, momentText, short, yuan } from '../format.ts'
import { workedText } from '../job-copy.ts'
import { wayToPay } from '../picture-copy.ts'
import { wageSlipText } from '../wage-slip-copy.ts'
import { type Purse, walletText } from '../wallet-copy.ts'
import type { Nothing, Now } from './about.ts'

const NAMES_SHOWN = 10
const namesText = (names: readonly string[]): string =>
  names.length > NAMES_SHOWN ? `${names.slice(0, NAMES_SHOWN).join('、')}等` : names.join('、')

const sumOf = (takes: readonly TakeView[]): number => takes.reduce((sum, { payFen }) => sum + payFen, 0)
const owedSum = (takes: readonly TakeView[]): number => takes.reduce((sum, { owedFen }) => sum + owedFen, 0)
const eachText = ([first, ...others]: readonly TakeView[]): string =>
  first !== undefined && others.every(({ payFen }) => payFen === first.payFen) ? `每人${yuan(first.payFen)}，` : ''

function settleLine({ takes }: JobView, { take, amountFen, reason }: SaidAmount): string {
  const seat = takes.find((each) => each.take === take)
  const less =
    seat !== undefined && amountFen < seat.payFen ? `（少${yuan(seat.payFen - amountFen)}${reason === '' ? '' : `：${reason}`}）` : ''
  return `${seat?.workerName ?? ''} ${yuan(amountFen)}${less}`
}

const OFFER: Readonly<Record<ProposalKind, string>> = {
  'part-day': '工钱按干的算',
  deduction: '工钱改成',
  overtime: '连加班算',
  cash: '记成现金付',
}

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
  finished: ({ job }: { job: JobView }) =>
    `辛苦了！【${job.number}】已收工${workedText(job.mine)}，等老板确认，${yuan(job.mine?.payFen ?? job.payPerTakeFen)}就到账。`,
  confirmed: ({ job, paid }: { job: JobView; paid: readonly TakeView[] }) =>
    lines(
      `好，【${job.number}】${paid.length}人的工钱${yuan(sumOf(paid))}${paid.some(({ owedFen }) => owedFen > 0) ? '定了' : '付出去了'}。`,
      paid.some(({ owedFen }) => owedFen > 0) && `还要补付${yuan(owedSum(paid))}，回「付款${job.number}」拿付款码。`,
      job.takes.some(({ contested, proposal }) => contested || proposal !== null) && '有人的工钱还没谈好，先放着。',
    ),
  askConfirmWork: ({ job }: { job: JobView }) => {
    const waiting = job.takes.filter(({ state, proposal, contested }) => state === 'finished' && proposal === null && !contested)
    const names = waiting.map(({ workerName }) => workerName)
    return lines(
      `【${job.number}】${job.content}：${names.length}人收工`,
      `${namesText(names)}，${eachText(waiting)}共${yuan(sumOf(waiting))}`,
      '没问题就回「确认」，马上付。',
      '谁不一样就说，比如「陈小旺80 迟到2小时，其他100」。',
    )
  },
  askSettle: ({ job, amounts }: { job: JobView; amounts: readonly SaidAmount[] }) =>
    lines(
      `【${job.number}】这样付：`,
      ...amounts.slice(0, NAMES_SHOWN).map((amount) => settleLine(job, amount)),
      amounts.length > NAMES_SHOWN && `一共${amounts.length}人，共${yuan(amounts.reduce((sum, { amountFen }) => sum + amountFen, 0))}`,
      '对就回「确认」。少付的要工友同意才算。',
    ),
  whoIsMeant: ({ name }: { name: string }) => `「${short(name, 6)}」是哪个工友？写全名，或者一个一个说。`,
  settled: ({ job, amounts }: { job: JobView; amounts: readonly SaidAmount[] }) => {
    const of = new Set(amounts.map(({ take }) => take))
    const takes = job.takes.filter(({ take }) => of.has(take))
    const asked = takes.filter(({ proposal }) => proposal !== null)
    const owedFen = owedSum(takes)
    return lines(
      takes.length > asked.length && `【${job.number}】${takes.length - asked.length}人的工钱定了。`,
      asked.length > 0 && `已问${namesText(asked.map(({ workerName }) => workerName))}同不同意，没回话钱先放着。`,
      owedFen > 0 && `还要补付${yuan(owedFen)}，回「付款${job.number}」拿付款码。`,
    )
  },
  askHours: ({ offer }: HoursForm) =>
    offer === 'overtime' ? '加了几个小时班？比如「2小时」。' : '一共干了几个小时？比如「3小时」「半天」。',
  offered: ({ job, kind }: { job: JobView; kind: ProposalKind }) => {
    const takes = (job.mine === null ? job.takes : [job.mine]).filter(({ proposal }) => proposal?.kind === kind)
    const [first] = takes
    const amount = first?.proposal?.amountFen ?? 0
    return lines(
      `好，【${job.number}】${takes.length > 1 ? `${takes.length}人，` : ''}${OFFER[kind]}${takes.every(({ proposal }) => proposal?.amountFen === amount) ? yuan(amount) : ''}。`,
      job.mine === null ? '等工友回「同意」。' : '等老板回「同意」。',
      kind === 'cash' && '现金结的，政府送的基础保险可能不认。',
    )
  },
  cashByEmployer: (_: Nothing) => '收了现金，让老板发「现金结了」，你再回「收到」加钱数。',
  offerAnswered: ({ job, yes }: { job: JobView; yes: boolean }) => {
    if (yes) return `好，【${job.number}】就这么定了。`
    const isContested = job.mine?.contested ?? job.takes.some(({ contested }) => contested)
    return isContested ? `记下了，你不同意。【${job.number}】的钱先放着，大厅会来问。` : `好，【${job.number}】还按原来的算。`
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
  wageSlip: ({ slip }: { slip: WageSlipView }, now: Now) => wageSlipText(slip, now),
  noWageSlip: (_: Nothing) => '还没有付了工钱的活。干完、老板确认，就有工资条。',
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
    lines(`【${order.number}】${FOR_WHAT[order.purpose]}${yuan(order.amountFen)}。`, wayToPay(order)),
  askCancelJob: ({ job, quote }: { job: JobView; quote: CancelQuote }) =>
    lines(
      `要撤【${job.number}】${job.content}？`,
      quote.people > 0 && `已有${quote.people}人接了，会告诉他们不用来。`,
      quote.perSeatFen > 0 && `撤得太晚，要补每人${yuan(quote.perSeatFen)}，还记一次。下雨撤的，回「撤单${job.number} 下雨」不用补。`,
      `${quote.returnsFen > 0 ? `退给你${yuan(quote.returnsFen)}。` : ''}真要撤回「确认」，不撤回「算了」。`,
    ),
  jobCancelled: ({ job }: { job: JobView }) =>
    job.funding === 'escrow' ? `【${job.number}】撤好了，没用的钱退给你。` : `【${job.number}】撤好了。`,
  nothingToConfirm: (_: Nothing) => '好。现在没有要确认的事。不会用回「帮助」。',
  dropped: (_: Nothing) => '好，不动。',
  answerOrDrop: ({ form }: { form: Question }) => ANSWER_OR_DROP[form.kind],
}

const FOR_WHAT = { hold: '放工钱', cover: '保险费', due: '补付工钱' } as const

const ANSWER_OR_DROP: Readonly<Record<Question['kind'], string>> = {
  confirm: '没听懂。要办就回「确认」，不办回「算了」。',
  which: '没听懂。回前面的序号，不办回「算了」。',
  code: '开工码是4位数字，问老板要。不办回「算了」。',
  township: '没听懂。回本县的乡镇名，比如「古镛镇」，不想说回「算了」。',
  hours: '没听懂。说几个小时，比如「3小时」。不办回「算了」。',
  appeal: '没听懂。回前面的序号，不申诉了回「算了」。',
  stars: '没听懂。几颗星？回1到5，不评回「算了」。',
  withdraw: '没听懂。提就回「确认」，少提点回数字，不提回「算了」。',
  'let-help': '没听懂。同意回「同意」，不要回「算了」。',
  phone: '没听懂。把短信里的8位码发来，不换了回「算了」。',
  whom: '没听懂。回前面的序号，不办回「算了」。',
  company: '没听懂。照营业执照发，不办了回「算了」。',
  picture: '没听懂。把照片发来，不发了回「算了」。',
  cert: '没听懂是什么证。回证名，比如「焊工证」，不是证回「算了」。',
  export: '没听懂。要资料回「确认」，不要回「算了」。',
  erase: '真要注销，回「删除」两个字；不注销回「算了」。',
  'take-back': '没听懂。取消提现回「确认」，不取消回「算了」。',
}

const coverLine = ({ number, content, insured }: JobView): string =>
  insured ? `【${number}】${content}：老板买了意外险，接了活就有保。` : `【${number}】${content}：老板还没买保险。`
