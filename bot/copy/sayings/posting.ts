import type { JobView, PayOrder } from '@linggong/api/contract/job.contract.ts'
import type { PostField } from '../../dialogue/session.ts'
import { dayText, lines, short, yuan } from '../format.ts'
import { type DraftFacts, draftCard } from '../job-copy.ts'
import { wayToPay } from '../picture-copy.ts'
import { ASK_FIELD, FINDING_NOTE, type NotedFinding, WHY_ASKED, type WhyAsked } from '../words.ts'
import type { Nothing, Now } from './about.ts'

interface Asked {
  readonly field: PostField
  readonly reason: WhyAsked | null
  /** The day, where only the hour is missing. */
  readonly day: string | null
}

interface Card {
  readonly card: DraftFacts
  readonly findings: readonly NotedFinding[]
  readonly rest: number
}

export const POSTING = {
  howToPost: (_: Nothing) => '一句话说清：哪天几点、干什么、几个人、多少钱、在哪里。',
  offerToPost: (_: Nothing) => '群里看到你要招人，我帮你发。不用就回「算了」。',
  ask: ({ field, reason, day }: Asked, now: Now) =>
    reason === 'pay-by-piece' ? WHY_ASKED[reason] : `${reason === null ? '' : WHY_ASKED[reason]}${question(field, day, now)}`,
  askAgain: ({ field }: { field: PostField }) => `没听清。${ASK_FIELD[field]}`,
  pastStart: (_: Nothing) => '这个时间已经过了。哪天几点开工？',
  card: ({ card, findings, rest }: Card, now: Now) =>
    lines(
      draftCard(card, now),
      ...findings.map((finding) => FINDING_NOTE[finding]),
      card.isCut && '一单最多60天，已改成60天。',
      rest > 0 && `（还有${rest}个活，发完这个再核对）`,
      '对就回「发」。要改就说，比如「改人数5」。不发回「算了」。',
    ),
  refusedPost: ({ finding }: { finding: NotedFinding }) => FINDING_NOTE[finding],
  editAgain: (_: Nothing) => '要改哪里？比如「改人数5」「改成8点」「工钱加20」。对就回「发」。',
  onlyPlainWords: (_: Nothing) => '活里不能放网址、微信、电话。只说干什么、在哪里。',
  backToPost: (_: Nothing) => '接着刚才的活。',
  nextPost: ({ content }: { content: string }) => `下一个活：${short(content, 18)}。`,
  oneByOne: (_: Nothing) => '先把这个活核对完：对就回「发」，不发回「算了」。另一个等会儿说。',
  postQueued: (_: Nothing) => '这个活记下了，先核对前一个。',
  published: ({ job }: { job: JobView }) =>
    lines(
      `发出去了！活号【${job.number}】，${job.funding === 'cash' ? '干完给现金，记得双方都报一声。' : `干完要付${yuan(job.totalFen)}。`}`,
      `开工码${job.startCode ?? ''}，工友到了再告诉他。`,
      !job.insured && !job.coverAsked && `给工友买保险回「买保险${job.number}」。`,
    ),
  payToPublish: ({ job, order }: { job: JobView; order: PayOrder }) =>
    lines(
      `活号【${job.number}】记好了。先放${job.coverAsked ? '工钱和保险费' : '工钱'}${yuan(order.amountFen)}，钱到就发出去。`,
      wayToPay(order),
      '干完你确认了才付给工友，没用完的退给你。',
    ),
  nothingToPublish: (_: Nothing) => '没有等着发的活。招人回「发活」，看发过的回「我的单」。',
  postDropped: (_: Nothing) => '好，这个不发了。',
}

function question(field: PostField, day: string | null, now: Now): string {
  if (field !== 'start' || day === null) return ASK_FIELD[field]
  return `${dayText(Temporal.PlainDate.from(day.slice(0, 10)), now)}几点开工？`
}
