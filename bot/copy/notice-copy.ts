import type { JobNoticeView, OwnNoticeView } from '@linggong/api/contract/notice.contract.ts'
import { fen, yuanText } from '@linggong/api/core/money.ts'
import type { NoticeKind } from '@linggong/api/core/notice/notice-kind.ts'
import type { OwnNoticeKind } from '@linggong/api/core/notice/own-notices.ts'
import { PAYMENT_LIMIT } from '@linggong/api/core/payment/payment-limit.ts'
import { lines, momentText, yuan } from './format.ts'
import { marketCard, ratingText, workedText } from './job-copy.ts'

type Sentence = (notice: JobNoticeView, now: Temporal.Instant) => string

const who = ({ workerName }: JobNoticeView): string => workerName ?? '一位工友'
const amount = ({ amountFen }: Pick<JobNoticeView, 'amountFen'>): string => yuan(amountFen ?? 0)
/** What the seat it tells of is paid. */
const payOfWorker = ({ job, seat }: JobNoticeView): number => seat?.payFen ?? job.payPerTakeFen
const filled = ({ job }: JobNoticeView): string => `${job.seats - job.seatsLeft}/${job.seats}人`

const other = (notice: JobNoticeView): string => (notice.job.isEmployer ? who(notice) : '老板')

const WHY = { 'part-day': '没干满', deduction: '要扣钱', overtime: '加了班', cash: '' } as const

/** What the other side offers, and the two words that answer it. */
function proposedText(notice: JobNoticeView): string {
  const { job, workerName } = notice
  const take = job.mine ?? job.takes.find((each) => each.proposal !== null && each.workerName === workerName)
  const proposal = take?.proposal
  const isCash = proposal?.kind === 'cash'
  return lines(
    `【${job.number}】${job.isEmployer ? who(notice) : '老板'}说${proposal ? WHY[proposal.kind] : ''}${isCash ? '给了你现金' : '，工钱算'}${amount(notice)}。`,
    proposal && proposal.reason !== '' ? `原因：${proposal.reason}` : undefined,
    isCash ? `拿到了回「收到${yuanText(fen(notice.amountFen ?? 0))}」，没拿到回「不同意」。` : '对就回「同意」，不对回「不同意」。',
  )
}

/** A worker hears what was said of him; an employer that there is something to read. */
function ratedText({ job }: JobNoticeView): string {
  const said = job.mine?.rating?.other
  return said ? `【${job.number}】老板给你评了${ratingText(said)}。` : `【${job.number}】工友的评价出来了，回「看${job.number}」。`
}

/** What is told after something happened. The first six go to the market group and hold nothing about a person. */
export const NOTICE_COPY: Readonly<Record<NoticeKind, Sentence>> = {
  'job-opened': ({ job }, now) => marketCard(job, now),
  'job-for-you': ({ job }, now) => `老主顾发活了，先告诉你：\n${marketCard(job, now)}`,
  'job-reopened': ({ job }, now) => `有人退了，又能抢了：\n${marketCard(job, now)}`,
  'job-filled': ({ job }) => `【${job.number}】${job.content} 人已满。`,
  'job-withdrawn': ({ job }) => `【${job.number}】${job.content} 已撤，不用来了。`,
  'job-cancelled': ({ job, amountFen }, now) =>
    lines(
      `【${job.number}】${job.content} ${momentText(job.startsAt, now)}，老板撤了，不用去。`,
      amountFen !== null && amountFen > 0 ? `撤得晚，补你${yuan(amountFen)}，进你的钱包。` : undefined,
      '回「找活」看别的。',
    ),
  'job-ready': ({ job }) => `【${job.number}】人齐了。开工码${job.startCode ?? ''}，到场再告诉工友。`,
  'worker-took': (notice) => `${who(notice)}接了【${notice.job.number}】，现有${filled(notice)}。`,
  'worker-left': (notice) => `${who(notice)}退了【${notice.job.number}】，现有${filled(notice)}，继续招人。`,
  'worker-missed': (notice) => `${who(notice)}没来干【${notice.job.number}】，他的工钱不付。`,
  'work-started': (notice) => `${who(notice)}开工了：【${notice.job.number}】${notice.job.content}。`,
  'work-finished': (notice) =>
    lines(
      `${who(notice)}收工了${workedText(notice.seat)}。`,
      `没问题就回「确认完工${notice.job.number}」，工钱${yuan(payOfWorker(notice))}${notice.job.funding === 'escrow' ? '马上到账' : '再付'}。`,
    ),
  'confirm-reminder': ({ job }) => lines(`【${job.number}】工友等你确认。`, `回「确认完工${job.number}」。24小时不回，系统自动付钱。`),
  'confirmed-by-clock': (notice) => `【${notice.job.number}】到时没确认，已自动付给${who(notice)}${amount(notice)}。`,
  'pay-arrived': (notice) =>
    `到账${amount(notice)}：【${notice.job.number}】${notice.job.content}。回「钱包」查看。\n老板怎么样？回「好评」「差评」，能加一句话。`,
  'take-missed': ({ job }) => `【${job.number}】你没去，记一次没到。不怪你的，回「申诉」。`,
  'job-settled': ({ job }) =>
    `【${job.number}】${job.content} 已结清${job.funding === 'escrow' ? '，没用完的钱退给你了' : ''}。\n工友怎么样？回「5星」，能加一句话。`,
  'penalty-left-late': ({ job }) => `【${job.number}】临开工才退，记一次。不怪你的，回「申诉」。`,
  'penalty-called-off': ({ job }) => `【${job.number}】有人接了才撤，记一次。不怪你的，回「申诉」。`,
  'penalty-paid-late': ({ job }) => `【${job.number}】工钱拖了一天多，记一次。不怪你的，回「申诉」。`,
  'rate-please': ({ job }) => `【${job.number}】${job.content} 结清了。\n老板怎么样？回「好评」「差评」，能加一句话。`,
  rated: (notice) => ratedText(notice),
  'job-unpaid': ({ job }) => `【${job.number}】${job.content} 没等到付款，没发出去，已作废。要招就重新发一遍。`,
  'job-paid': (notice) =>
    lines(
      `收到${amount(notice)}，【${notice.job.number}】发出去了！`,
      `开工码${notice.job.startCode ?? ''}，工友到了再告诉他。`,
      notice.job.insured ? undefined : `给工友买保险回「买保险${notice.job.number}」。`,
    ),
  'cover-paid': (notice) => `保险费${amount(notice)}收到了，【${notice.job.number}】工友接了活就有保。`,
  'pay-due': (notice) =>
    lines(
      `【${notice.job.number}】该付工钱${amount(notice)}，24小时内付。`,
      notice.job.funding === 'cash'
        ? `给了现金回「现金结了${notice.job.number}」，线上付回「付款${notice.job.number}」。`
        : `回「付款${notice.job.number}」拿付款码。`,
    ),
  'pay-code-expired': (notice) => `【${notice.job.number}】的付款码过期了，还没付${amount(notice)}。回「付款${notice.job.number}」拿新的。`,
  'pay-proposed': (notice) => proposedText(notice),
  'pay-agreed': (notice) => `${other(notice)}同意了：【${notice.job.number}】工钱${amount(notice)}。`,
  'pay-declined': (notice) => `${other(notice)}不同意【${notice.job.number}】改成${amount(notice)}，还按原来的算。`,
  'pay-contested': (notice) => `【${notice.job.number}】${who(notice)}的工钱没谈拢，钱先放着。大厅会来问，急就回「人工」。`,
  arrears: (notice) =>
    lines(`【${notice.job.number}】还欠工友${amount(notice)}，超过24小时了。`, `付清才能再发活。回「付款${notice.job.number}」。`),
  'job-expired': ({ job }) => `【${job.number}】${job.content} 没招到人，已过期，钱退给你了。要再招就重新发一遍。`,
}

const BACK = '钱回到你的钱包了，一分没少。'

/** What somebody is told of his own affairs. */
export const OWN_NOTICE_COPY: Readonly<Record<OwnNoticeKind, (notice: OwnNoticeView) => string>> = {
  'payout-done': (notice) => `提现${amount(notice)}到账了，在你的微信零钱里。`,
  'payout-expired': (notice) => lines(`提现${amount(notice)}过了24小时没确认，取消了。`, BACK, '还要就再回「提现」，点开链接确认收款。'),
  'payout-taken-back': (notice) => lines(`提现${amount(notice)}取消了。`, BACK),
  'payout-declined': (notice) => lines(`提现${amount(notice)}大厅没放行。`, BACK, '想问为什么，回「人工」，或带身份证到零工大厅。'),
  'payout-released': (notice) =>
    lines(`大厅看过了，提现${amount(notice)}还差一步。`, '回「提现」，点开链接确认收款。24小时不点，钱回到钱包。'),
  'payout-name-differs': (notice) =>
    lines(`提现${amount(notice)}没成：登记的名字和微信实名对不上。`, BACK, '换成自己的微信回「绑定收款微信」，名字登记错了回「人工」。'),
  'payout-account-limited': (notice) =>
    lines(`提现${amount(notice)}没成：你的微信现在收不了款。`, BACK, '在微信「服务-钱包」里看看要不要实名，弄好再回「提现」。'),
  'payout-too-much': (notice) => lines(`提现${amount(notice)}没成：超过微信收款的限额。`, BACK, '明天再提，或者少提一点。'),
  'payout-payee-changed': (notice) => lines(`提现${amount(notice)}没发出去：中间换了收款微信。`, BACK, '不是你换的，马上回「人工」。'),
  'payout-failed': (notice) => lines(`提现${amount(notice)}没办成。`, BACK, '过一会儿再回「提现」，还不行回「人工」。'),
  'payee-bound': () => lines('收款微信绑好了，钱包里的钱能提到这个微信。', '要提现回「提现」，比如「提现100」。'),
  'licence-approved': () => lines('你的证审过了，能用了。', '回「我的证」看到哪天有效。'),
  'licence-rejected': () => lines('你的证没审过。', '回「我的证」看原因，照片不清就重新拍一张。'),
  'licence-expiring': () => lines('你有证快到期，或快到复审了。', '回「我的证」看哪天，早点去办。'),
  'helper-bound': () => lines('有家人能帮你接活、开工、收工了，钱的事他办不了。', '不是你同意的，马上回「不让家人帮了」。'),
  'helper-ended': () => '家人不再帮你办事了。要他帮，再回「让家人帮我」。',
  'help-over': () => '你帮家人办事的身份停了。要再帮，让他重新给你一个码。',
  'company-approved': () => lines('你代表的企业审过了。', '以后发活就用企业的名义，要按个人发回「按个人发」。'),
  'company-rejected': () => lines('你代表的企业没审过，先不能用它发活。', '回「我的企业」看原因，再回「企业登记」重新发执照。'),
  'company-check-soon': () => lines('你代表的企业快到半年核验了。', '回「我的企业」看哪天。执照有变动就回「企业登记」重新发。'),
  'company-check-due': () => lines('你代表的企业今天该核验了，大厅会来看。', '执照有变动就回「企业登记」重新发。'),
  'company-check-over': () => lines('你代表的企业过了核验期，先不能发活。', '回「企业登记」重新发执照，审好就能发。'),
  'licence-expired': () => lines('你有证到期了，要证的活先不能接。', '办好了重新上传，回「我的证」查看。'),
  'data-corrected': () => lines('大厅看过身份证，改了你的登记资料。回「我的信息」看看。', '不是你去办的，马上回「人工」。'),
  'phone-changed': () => lines('登记资料里的手机号换好了。', '不是你换的，马上回「人工」。'),
  'contact-changed': () =>
    lines('有一个新的微信用你的身份绑定了，以后的通知发到那边。', '为了安全，24小时内钱包不能提现。', '不是你办的，马上回「人工」。'),
  'identity-verified': () => lines('身份核实好了，可以接活、发活了。', '回「找活」看看。'),
  'identity-mismatched': () => lines('核对过了，姓名和身份证号对不上。', '带身份证到最近的零工驿站，当面核实。'),
  'erasure-stopped': () => lines('注销没办成：中间又有了活或者钱，你的资料都还在。', '办完了再回「注销」。'),
  'hall-first': () =>
    lines(
      '你几次说好没做到，先到零工大厅或驿站说一声，大厅点头了再接活、发活。',
      '为什么回「我的处罚」，不怪你的回「申诉」，去不了回「人工」。',
    ),
  'talked-over': () => '大厅跟你说好了，又可以接活、发活了。以后有不怪你的，回「申诉」。',
  paused: () => lines('你最近几次说好没做到，先停一停接活、发活。', '回「我的处罚」看为什么、停到几时，不怪你的回「申诉」。'),
  'appeal-lifted': () => '申诉成了，那条处罚撤了。回「我的处罚」看看。',
  'appeal-upheld': () => '申诉没成，那条处罚还算。回「我的处罚」看原因，有事回「人工」。',
  'payee-changed': () =>
    lines('收款微信换了一个。', `为了安全，${PAYMENT_LIMIT.newPayeeHours}小时后才能从钱包提现。`, '不是你换的，马上回「人工」。'),
}

/** Who reads it for somebody else is told first whose it is. */
export const noticeText = (notice: JobNoticeView | OwnNoticeView, now: Temporal.Instant): string =>
  lines(
    notice.forWhom !== undefined && `这条是给${notice.forWhom}的：`,
    'job' in notice ? NOTICE_COPY[notice.kind](notice, now) : OWN_NOTICE_COPY[notice.kind](notice),
  )
