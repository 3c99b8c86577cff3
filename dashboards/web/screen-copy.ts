import type { Board } from '@linggong/api/contract/hall.contract.ts'

/** What the screen of the hall says, short enough to be read from across the room. */
export const SCREEN = {
  title: (county: string) => `${county}零工大厅`,
  demo: '演示数据',
  open: (count: number, more: boolean) => `在招${count}${more ? '+' : ''}个活`,
  number: '活号',
  work: '干什么 · 在哪里',
  pay: '工钱',
  when: '什么时候',
  seats: '还要',
  people: '人',
  insured: '有保险',
  licence: (names: readonly string[]) => `要${names.join('、')}`,
  days: (days: number) => `干${days}天`,
  oneDay: '当天',
  employer: (name: string) => `雇主 ${name}`,
  nothing: '现在没有在招的活',
  nothingMore: '有新活会马上显示在这里',
  page: (at: number, of: number) => `第${at}页，共${of}页`,
  today: '今天',
  month: '本月',
  join: '怎么接活',
  steps: ['微信扫码，加零工小助手', '发「注册」，按提示填', '发「抢」加活号，比如'],
  stepsWithoutCode: ['到大厅窗口，加零工小助手的微信', '发「注册」，按提示填', '发「抢」加活号，比如'],
  example: (number: string) => `抢${number}`,
  code: '加零工小助手的二维码',
  asOf: (time: string) => `更新于 ${time}`,
  away: (age: string, time: string) => `连不上服务器已${age}，显示的是 ${time} 的信息，连上后会自动更新`,
  figuresAsOf: (time: string) => `统计截至 ${time}`,
} as const

/** What a figure is called where there is no room for its whole name. */
export const FIGURE_NAME: Readonly<Record<string, string>> = {
  jobs_posted: '新发活',
  seats_posted: '招工',
  orders_completed: '成交',
  workers_new: '新登记',
  amount_settled: '发出工钱',
  insurance_coverage: '保险覆盖',
  workers_total: '累计登记',
}

export const PAY_UNIT: Readonly<Record<Board['jobs'][number]['pay']['unit'], string>> = { day: '元/天', hour: '元/小时', job: '元/人' }

export const DAY_NAME = ['今天', '明天', '后天'] as const
export const WEEKDAY = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
export const dateName = (month: number, day: number): string => `${month}月${day}日`

export const AGE = {
  seconds: (count: number) => `${count}秒`,
  minutes: (count: number) => `${count}分钟`,
  hours: (count: number) => `${count}小时`,
} as const
