import type { JobView } from '@linggong/api/contract/job.contract.ts'
import type { PersonRole, Verb } from '../../dialogue/session.ts'
import { lines, momentText, payText } from '../format.ts'
import { choice, jobDetail, jobList, orderLine, postedLine } from '../job-copy.ts'
import { INSTEAD } from '../words.ts'
import type { Nothing, Now } from './about.ts'

interface Orders {
  readonly posted: readonly JobView[]
  readonly taken: readonly JobView[]
  readonly isCut: boolean
}

export const TAKING = {
  jobs: ({ jobs, more }: { jobs: readonly JobView[]; more: boolean }, now: Now) =>
    lines(
      jobList(jobs, now),
      jobs.some(({ lackedLicence }) => lackedLicence !== null) && '🔒你还缺证，接不了。有证回「上传证书」。',
      ['回序号看详情', !jobs.every(({ isEmployer }) => isEmployer) && '回「抢」加号码接活', more && '回「更多」看下面的']
        .filter(Boolean)
        .join('，')
        .concat('。'),
    ),
  noJobs: ({ narrowed }: { narrowed: boolean }) => (narrowed ? '没有这样的活。回「找活」看全部。' : '现在没有活。有新活群里会发。'),
  noMoreJobs: (_: Nothing) => '就这些了。有新活群里会发。',
  detail: ({ job }: { job: JobView }, now: Now) => jobDetail(job, now),
  noSuchOption: ({ last }: { last: number }) => (last === 1 ? '只有1个，回1看详情。' : `只有${last}个，回1到${last}看详情。`),
  isItCode: ({ digits }: { digits: string }) => `没有这个号的活。要是开工码，就回「开工${digits}」。`,
  took: ({ job, minutes }: { job: JobView; minutes: number }, now: Now) =>
    lines(
      `抢到了！【${job.number}】${job.content}`,
      `${payText(job.pay)}，${momentText(job.startsAt, now)}${job.days > 1 ? `，共${job.days}天` : ''}`,
      job.place,
      job.insured && '老板买了意外险。',
      `到了问老板要码，回「开工」加4位码。${minutes}分钟内可回「撤销」。`,
    ),
  tookInRoom: ({ number, seatsLeft }: { number: string; seatsLeft: number }) =>
    seatsLeft > 0 ? `抢到了！${number}还剩${seatsLeft}个。详情私聊发你了。` : `抢到了！${number}满了。详情私聊发你了。`,
  onlyOwnSeat: (_: Nothing) => '一人抢一个位。同伴要自己登记、自己抢。',
  noteNotPassed: (_: Nothing) => '你说的话老板看不到，到了当面跟他说。',
  undone: ({ number }: { number: string }) => `${number}已撤销，不算你的。`,
  askHandBack: ({ job, lateHours }: { job: JobView; lateHours: number | null }, now: Now) =>
    lines(
      `要退【${job.number}】${job.content} ${momentText(job.startsAt, now)}？`,
      lateHours !== null && `离开工不到${lateHours}小时，退了要记一次。生病、天气不好的能申诉。`,
      '退了位子给别人。真要退回「确认」，不退回「算了」。',
    ),
  handedBack: ({ number }: { number: string }) => `${number}退好了，位子让给别人了。`,
  whichJob: ({ jobs }: { jobs: readonly JobView[] }, now: Now) =>
    lines('是哪一个？回序号。', ...jobs.map((job, index) => choice(job, index + 1, now))),
  noJobFor: ({ verb }: { verb: Verb }) => INSTEAD[verb],
  orders: ({ posted, taken, isCut }: Orders, now: Now) =>
    lines(
      taken.length > 0 && '我接的：',
      ...taken.map((job) => orderLine(job, now)),
      posted.length > 0 && '我发的：',
      ...posted.map((job) => postedLine(job, now)),
      isCut ? '只列了5个。回「看」加号码看详情。' : '回「看」加号码看详情。',
    ),
  noOrders: ({ roles }: { roles: readonly PersonRole[] }) =>
    roles.includes('worker') ? '还没有单。回「找活」看活。' : '还没有单。招人回「发活」。',
}
