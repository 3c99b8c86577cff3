import type { CompanyKind } from '@linggong/api/core/company/credit-code.ts'
import type { StaffState } from '@linggong/api/core/staff/account.ts'

/** The sentences of the console's queues. */
export const REVIEW = {
  picture: '看照片（会记下谁看过）',
  pictureOf: (what: string) => `${what}的照片`,
  review: '审核',
  approve: '通过',
  rejects: '不通过……',
  reject: '不通过',
  number: '证号',
  validUntil: '有效期到',
  reviewOn: '复审日期（没有就空着）',
  reason: '为什么不通过',
  reasonHint: '本人会看到，比如：照片看不清，请重拍。',
  approved: (what: string) => `${what}通过了。`,
  rejected: (what: string) => `${what}没通过，本人会收到消息。`,
  skill: '技能等级',
  lawful: '法律要的证',
  sent: (time: string) => `${time}交的`,
  noLicences: '没有在等的证。',
  noCompanies: '没有在等的企业。',
  noneAgain: '没有重交的执照。',
  sentAgain: '重交了执照的',
  creditCode: '信用代码',
  kind: '哪一类',
  kinds: { company: '企业', coop: '合作社' } satisfies Record<CompanyKind, string>,
  sentAt: '什么时候交的',
  representatives: '代表人数',
} as const

export const PAYOUT = {
  none: '没有在等的提现。',
  askedAt: '什么时候要的',
  registeredAt: '什么时候登记的',
  payeeFrom: '收款微信从何时起',
  noPayee: '现在没绑',
  earned: '这个月挣了',
  decide: '怎么定',
  answer: { release: '放行', decline: '退回钱包' },
  submit: '确定',
  released: '放行了，钱在路上。',
  declined: '退回了，本人会收到消息。',
} as const

export const APPROVAL = {
  none: '没有等人同意的事。',
  asked: (time: string) => `${time}提的`,
  ends: (time: string) => `到${time}为止`,
  own: '这是你自己提的，要另一位同事来点。',
  approve: '同意',
  decline: '不同意',
  approved: '同意了，请他再点一次去办。',
  declined: '没同意。',
} as const

export const APPEAL = {
  none: '没有在等的申诉。',
  title: (reason: string) => `申诉：${reason}`,
  why: '他说',
  job: '活号',
  openedAt: '什么时候提的',
  look: '看记录，来定',
  decide: '听过本人了，怎么定',
  answer: { yes: '成立，撤销', no: '不成立，维持' },
  reason: '理由',
  reasonHint: '本人会看到。',
  submit: '确定',
  lifted: '撤销了，本人会收到消息。',
  upheld: '维持了，本人会收到消息。',
} as const

export const CONDUCT = {
  reading: '正在读取……',
  points: (points: number) => `现在共${points}分`,
  line: (what: string, points: number) => `${what}：${points}分`,
  talkOver: '和本人说过了，放开',
  talkedOver: '放开了，本人会收到消息。',
} as const

export const TASK = {
  conduct: '看记录',
  none: '没有待办。',
  closes: '办结',
  close: '办结',
  closed: '办结了。',
  settles: '定给多少',
  settle: '就给这么多',
  yuan: '给工友多少元',
  settled: (yuan: string) => `定好了，给${yuan}。`,
} as const

export const ARREARS_COPY = { none: '没有雇主欠薪。', since: '从何时起', workers: '欠几个人', jobs: '活号' } as const

export const ALERTING = {
  none: '没有预警。',
  urgent: '今天要看',
  desk: (name: string) => `责任：${name}`,
  acknowledge: '我来处理',
  acknowledged: '接手了。',
  closes: '处理完了',
  close: '关闭',
  closed: '关闭了。',
} as const

export const ACCOUNTS = {
  none: '还没有工作账号。',
  invites: '请新同事',
  invite: '给开通码',
  role: '做什么',
  wholeCounty: '全县',
  station: '哪个驿站',
  stationHint: '只有驿站工作人员要填。',
  how: '把这个码当面给他，他在工作台选「用开通码开账号」。',
  until: (time: string) => `用一次，到${time}为止。`,
  state: { active: '在用', suspended: '停用' } satisfies Record<StaffState, string>,
  noSecondFactor: '还没设动态码',
} as const

/** What the parts of a task or of a call are called. */
export const FACT_NAME: Readonly<Record<string, string>> = {
  ...{
    job: '活号',
    number: '号码',
    take: '接单',
    payFen: '说好的工钱',
    deductFen: '要扣',
    amountFen: '金额',
    limitFen: '额度',
    owedFen: '欠',
  },
  ...{
    day: '哪一天',
    what: '哪里不一致',
    of: '哪一类',
    payment: '付款单',
    refund: '退款单',
    payout: '提现单',
    code: '平台说',
    why: '为什么',
  },
  ...{
    company: '企业',
    checkOn: '核验日',
    sign: '什么话',
    person: '谁',
    room: '在哪里说的',
    employer: '雇主',
    worker: '工友',
    lifted: '撤销',
  },
  ...{ points: '分数', reason: '理由', penalty: '记录', id: '账号（编号）', full: '不打码', from: '从', to: '到', format: '格式' },
}

/** The words of the API that people read. */
export const PERSON_GONE = '已注销的人'

export const FACT_WORD: Readonly<Record<string, string>> = {
  ...{ 'no-show': '说好没到', 'late-hand-back': '临开工才退单', 'late-cancel': '有人接了才撤单', 'late-pay': '工钱拖了一天多' },
  ...{
    weather: '天气',
    illness: '生病',
    accident: '受伤、出意外',
    other: '别的',
    true: '是',
    false: '否',
    private: '私聊',
    unregistered: '没登记的人',
  },
}
