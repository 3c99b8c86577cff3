import type { JobView } from '@linggong/api/contract/job.contract.ts'
import type { PersonCard } from '@linggong/api/contract/person.contract.ts'
import type { PremiumQuote } from '@linggong/api/contract/policy.contract.ts'
import type { WalletView } from '@linggong/api/contract/wallet.contract.ts'
import type { Refused } from '@linggong/api/core/result.ts'
import type { PersonRole, PostField } from '../dialogue/session.ts'
import { lines, momentText, payText, yuan } from './format.ts'
import { type CardFacts, draftCard, jobDetail, jobList, orderLine, postedLine } from './job-copy.ts'
import { refusalText } from './refusal-copy.ts'
import { walletText } from './wallet-copy.ts'
import { ASK_FIELD, FINDING_NOTE, type NotedFinding, VERBS } from './words.ts'

type Now = Temporal.Instant
interface Nothing {
  readonly [key: string]: never
}

/** Every sentence that answers a line: a command says which and with what facts, only here it becomes words. */
export const SAYINGS = {
  // --- help
  help: ({ roles }: { roles: readonly PersonRole[] }) => lines(...helpLines(roles)),
  hello: (_: Nothing) => '你好，我是零工小助手。找活回「找活」，招人回「发活」，不会用回「帮助」。',
  notUnderstood: (_: Nothing) => '没听懂。找活回「找活」，招人回「发活」，回「帮助」看怎么用。',
  stillNotUnderstood: ({ phone }: { phone: string }) => `还是没听懂，别急。打${phone}，大厅的人帮你办。`,
  human: ({ phone, hours }: { phone: string; hours: string }) => lines(`零工大厅：${phone}`, hours, '政务热线12345，欠薪找12333。'),
  emergency: ({ phone }: { phone: string }) => lines('先打120！', '有危险打110、119。', `再打大厅${phone}，我们来帮你。`),
  pleaseType: (_: Nothing) => '语音和图片现在还看不了，请打字，或到零工驿站找人帮忙。',
  notYet: ({ phone }: { phone: string }) => `这个现在要人工办，打${phone}，或回「人工」。`,
  refused: (refused: Pick<Refused, 'refusal' | 'facts'>, now: Now) => refusalText(refused, now),
  idNumberInGroup: (_: Nothing) => '你刚在群里发了身份证号，快撤回！登记在这里私聊发给我。',
  // --- registration
  askRole: (_: Nothing) => '你要找活还是招人？找活回1，招人回2。',
  askName: ({ role }: { role: PersonRole }) => `好，登记${role === 'worker' ? '找活' : '招人'}。你叫什么名字？发身份证上的名字。`,
  askIdNumber: (_: Nothing) => '身份证号是多少？18位，只在这里私聊发。',
  askPhone: (_: Nothing) => '手机号是多少？',
  askConsent: ({ name, idNumber, phone }: { name: string; idNumber: string; phone: string }) =>
    lines(`请核对：${name}，${idNumber}，${phone}`, '资料只用来核对身份、结工钱、买保险。', '同意就回「同意」，不对回「重来」。'),
  registered: ({ role }: { role: PersonRole }) =>
    lines(
      '登记好了！',
      role === 'worker' ? '回「找活」看活，看中了回「抢」加号码。' : '招人直接说，比如：明天7点搬桌子3个人100一个 县政府对面',
    ),
  registeredElder: (_: Nothing) => '您年纪大些，高处的活、加班不能接，保险照有。',
  registerToPost: (_: Nothing) => '第一次招人先登记一下，一分钟就好。',
  registrationGone: (_: Nothing) => '好，不登记了。要登记回「注册」。',
  toStation: ({ phone }: { phone: string }) => `试了几次都不对。打${phone}，或到零工驿站，有人帮你登记。`,
  me: ({ name, idNumber, phone, roles }: PersonCard) =>
    lines(
      `姓名：${name}`,
      `身份证：${idNumber}`,
      `手机：${phone}`,
      `登记：${roles.map((role) => (role === 'worker' ? '找活' : '招人')).join('、')}`,
    ),
  registerFirst: (_: Nothing) => '先私聊我发「注册」，登记了再抢。',
  roleAdded: ({ role }: { role: PersonRole }) =>
    role === 'worker' ? '好，你也能找活了。回「找活」看活。' : '好，你也能招人了。直接说要几个人、干什么、多少钱。',
  // --- posting
  howToPost: (_: Nothing) => '一句话说清：哪天几点、干什么、几个人、多少钱、在哪里。',
  ask: ({ field }: { field: PostField }) => ASK_FIELD[field],
  askAgain: ({ field }: { field: PostField }) => `没听清。${ASK_FIELD[field]}`,
  pastStart: (_: Nothing) => '这个时间已经过了。哪天几点开工？',
  askWholePay: (_: Nothing) => '按件、按月的先说个保底：一个人一天多少钱？',
  card: ({ card, findings, rest }: { card: CardFacts; findings: readonly NotedFinding[]; rest: number }, now: Now) =>
    lines(
      draftCard(card, now),
      ...findings.map((finding) => FINDING_NOTE[finding]),
      rest > 0 && `（还有${rest}个活，发完这个再核对）`,
      '对就回「发」。要改就说，比如「改人数5」。不发回「算了」。',
    ),
  refusedPost: ({ finding }: { finding: NotedFinding }) => FINDING_NOTE[finding],
  editAgain: (_: Nothing) => '没听清改什么。比如「改人数5」「改成8点」「工钱加20」。',
  published: ({ job }: { job: JobView }) =>
    lines(
      `发出去了！活号【${job.number}】，钱${yuan(job.totalFen)}已放好。`,
      `开工码${job.startCode ?? ''}，工友到了再告诉他。`,
      job.insured ? undefined : `给工友买保险回「买保险${job.number}」。`,
    ),
  postDropped: (_: Nothing) => '好，不发了。',
  // --- finding
  jobs: ({ jobs, more }: { jobs: readonly JobView[]; more: boolean }, now: Now) =>
    lines(jobList(jobs, now), more ? '回「更多」看下面的，回序号看详情。' : '回序号看详情，回「抢」加号码接活。'),
  noJobs: ({ narrowed }: { narrowed: boolean }) => (narrowed ? '没有这样的活。回「找活」看全部。' : '现在没有活。有新活群里会发。'),
  noMoreJobs: (_: Nothing) => '就这些了。有新活群里会发。',
  detail: ({ job }: { job: JobView }, now: Now) =>
    lines(jobDetail(job, now), job.state === 'open' && !job.isEmployer && job.mine === null && `接活回「抢${job.number}」`),
  // --- taking
  took: ({ job, minutes }: { job: JobView; minutes: number }, now: Now) =>
    lines(
      `抢到了！【${job.number}】${job.content}`,
      `${payText(job.pay)}，${momentText(job.startsAt, now)}`,
      job.place,
      job.insured && '老板买了意外险。',
      `到了问老板要码，回「开工」加4位码。${minutes}分钟内可回「撤销」。`,
    ),
  tookInRoom: ({ number, seatsLeft }: { number: string; seatsLeft: number }) =>
    seatsLeft > 0 ? `抢到了！${number}还剩${seatsLeft}个。详情私聊发你了。` : `抢到了！${number}满了。详情私聊发你了。`,
  onlyOwnSeat: (_: Nothing) => '一人抢一个位。同伴要自己登记、自己抢。',
  undone: ({ number }: { number: string }) => `${number}已撤销，不算你的。`,
  askHandBack: ({ job }: { job: JobView }, now: Now) =>
    lines(`要退【${job.number}】${job.content}（${momentText(job.startsAt, now)}）？`, '退了位子给别人。真要退回「确认」。'),
  handedBack: ({ number }: { number: string }) => `${number}退好了，位子让给别人了。`,
  whichJob: ({ verb, jobs }: { verb: keyof typeof VERBS; jobs: readonly JobView[] }, now: Now) =>
    lines('是哪一个？', ...jobs.map((job) => orderLine(job, now)), `回「${VERBS[verb]}${jobs[0]?.number ?? ''}」这样。`),
  noJobFor: ({ verb }: { verb: keyof typeof VERBS }) => `没有可以「${VERBS[verb]}」的活。回「我的单」看看。`,
  orders: ({ posted, taken }: { posted: readonly JobView[]; taken: readonly JobView[] }, now: Now) =>
    lines(
      taken.length > 0 && '我接的：',
      ...taken.map((job) => orderLine(job, now)),
      posted.length > 0 && '我发的：',
      ...posted.map((job) => postedLine(job, now)),
      '回「看」加号码看详情。',
    ),
  noOrders: (_: Nothing) => '还没有单。回「找活」看活，招人回「发活」。',
  // --- working
  askStartCode: (_: Nothing) => '到了就问老板要开工码，回「开工」加4位数字。',
  started: ({ job }: { job: JobView }) => lines(`开工了！【${job.number}】${job.content}`, '注意安全。干完回「收工」。'),
  finished: ({ job }: { job: JobView }) => `辛苦了！【${job.number}】已收工，等老板确认，${yuan(job.payPerTakeFen)}就到账。`,
  confirmed: ({ job, count }: { job: JobView; count: number }) =>
    `好，【${job.number}】${count}人的工钱${yuan(job.payPerTakeFen * count)}付出去了。`,
  // --- money and cover
  wallet: ({ wallet }: { wallet: WalletView }, now: Now) => walletText(wallet, now),
  askInsure: ({ quote }: { quote: PremiumQuote }) =>
    lines(
      `给【${quote.number}】买意外险：`,
      `每人每天${yuan(quote.premiumPerDayFen)}×${quote.people}人×${quote.days}天，最多${yuan(quote.totalFen)}`,
      '每人最高保100万元，按接活的人数扣钱。买就回「确认」。',
    ),
  insured: ({ quote }: { quote: PremiumQuote }) => `【${quote.number}】保险买好了，工友接了活就有保。`,
  askCancelJob: ({ job }: { job: JobView }) =>
    lines(
      `要撤【${job.number}】${job.content}？`,
      job.seats > job.seatsLeft ? `已有${job.seats - job.seatsLeft}人接了，会告诉他们不用来。` : undefined,
      `放的${yuan(job.totalFen)}退给你。真要撤回「确认」。`,
    ),
  jobCancelled: ({ job }: { job: JobView }) => `【${job.number}】撤好了，${yuan(job.totalFen)}退给你。`,
  nothingToConfirm: (_: Nothing) => '现在没有要确认的事。',
  dropped: (_: Nothing) => '好，不动。',
} as const

type Sayings = typeof SAYINGS
type About<Kind extends keyof Sayings> = Parameters<Sayings[Kind]>[0]

export type Saying = { readonly [Kind in keyof Sayings]: { readonly kind: Kind; readonly about: About<Kind> } }[keyof Sayings]

/** Names what to say; `inWords` turns it into the sentence. */
export function say<Kind extends keyof Sayings>(kind: Kind, ...[about]: About<Kind> extends Nothing ? [] : [About<Kind>]): Saying {
  return { kind, about: about ?? {} } as Saying
}

export function inWords({ kind, about }: Saying, now: Temporal.Instant): string {
  const sentence = SAYINGS[kind] as (about: unknown, now: Temporal.Instant) => string
  return sentence(about, now)
}

function helpLines(roles: readonly PersonRole[]): readonly string[] {
  const worker = ['找活：看有什么活', '抢10241：接这个活', '开工4821：到了报码', '收工：干完了', '钱包：看工钱']
  const employer = ['发活：一句话招人', '我的单：看来了几人', '确认完工：付工钱', '买保险：给工友买', '撤单：不招了']
  if (roles.length === 0)
    return ['找活：看有什么活', '发活：一句话招人', '注册：先登记', '看加号码：看详情', '人工：找人帮忙', '救命：出事了']
  return [...(roles.includes('employer') ? employer : worker), '人工：找人帮忙']
}
