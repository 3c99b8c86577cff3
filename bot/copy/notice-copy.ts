import type { NoticeView } from '@linggong/api/contract/notice.contract.ts'
import type { NoticeKind } from '@linggong/api/core/notice/notice-kind.ts'
import { lines, momentText, yuan } from './format.ts'
import { marketCard } from './job-copy.ts'

type Sentence = (notice: NoticeView, now: Temporal.Instant) => string

const who = ({ workerName }: NoticeView): string => workerName ?? '一位工友'
const amount = ({ amountFen }: NoticeView): string => yuan(amountFen ?? 0)
const filled = ({ job }: NoticeView): string => `${job.seats - job.seatsLeft}/${job.seats}人`

/** What is told after something happened. The first six go to the market group and hold nothing about a person. */
export const NOTICE_COPY: Readonly<Record<NoticeKind, Sentence>> = {
  'job-opened': ({ job }, now) => marketCard(job, now),
  'job-reopened': ({ job }, now) => `有人退了，又能抢了：\n${marketCard(job, now)}`,
  'job-filled': ({ job }) => `【${job.number}】${job.content} 人已满。`,
  'job-withdrawn': ({ job }) => `【${job.number}】${job.content} 已撤，不用来了。`,
  'job-cancelled': ({ job }, now) =>
    `【${job.number}】${job.content} ${momentText(job.startsAt, now)}，老板撤了，不用去。回「找活」看别的。`,
  'job-ready': ({ job }) => `【${job.number}】人齐了。开工码${job.startCode ?? ''}，到场再告诉工友。`,
  'worker-took': (notice) => `${who(notice)}接了【${notice.job.number}】，现有${filled(notice)}。`,
  'worker-left': (notice) => `${who(notice)}退了【${notice.job.number}】，现有${filled(notice)}，继续招人。`,
  'worker-missed': (notice) => `${who(notice)}没来干【${notice.job.number}】，他的工钱不付。`,
  'work-started': (notice) => `${who(notice)}开工了：【${notice.job.number}】${notice.job.content}。`,
  'work-finished': (notice) =>
    lines(`${who(notice)}收工了。`, `没问题就回「确认完工${notice.job.number}」，工钱${yuan(notice.job.payPerTakeFen)}马上到账。`),
  'confirm-reminder': ({ job }) => lines(`【${job.number}】工友等你确认。`, `回「确认完工${job.number}」。24小时不回，系统自动付钱。`),
  'confirmed-by-clock': (notice) => `【${notice.job.number}】到时没确认，已自动付给${who(notice)}${amount(notice)}。`,
  'pay-arrived': (notice) => `到账${amount(notice)}：【${notice.job.number}】${notice.job.content}。回「钱包」查看。`,
  'take-missed': ({ job }) => `【${job.number}】你没去，记一次没到。有原因回「人工」。`,
  'job-settled': ({ job }) => `【${job.number}】${job.content} 已结清，没用完的钱退给你了。`,
  'job-expired': ({ job }) => `【${job.number}】${job.content} 没招到人，已过期，钱退给你了。要再招就重新发一遍。`,
}
