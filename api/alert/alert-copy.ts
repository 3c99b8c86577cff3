import type { AlertUnit, Desk, RuleId } from '../core/alert/rule.ts'

interface RuleWords {
  readonly title: string
  /** What exactly fires it, or why nothing can yet. */
  readonly definition: string
  /** Of each number what it is. */
  readonly numbers: Readonly<Record<string, string>>
}

export const DESK_NAME: Readonly<Record<Desk, string>> = {
  hall: '零工大厅',
  inspection: '劳动保障监察',
  station: '乡镇驿站',
  insurance: '保险经办',
  statistics: '数据统计',
}

/** What officials read of the rules; no sentence of it calls anybody guilty. */
export const RULE_COPY: Readonly<Record<RuleId, RuleWords>> = {
  'high-risk-uninsured': {
    title: '高风险活未参保开工',
    definition: '职业类别5类及以上的活，有人开工时没有有效保险；按活统计，当时触发。',
    numbers: { uninsured: '未参保开工单数' },
  },
  'coverage-low': {
    title: '保险覆盖率偏低',
    definition: '连续3天每天的保险覆盖率都低于95%，且3天开工单数合计不少于10单，持续的每7天再提醒一次；每晚计算。',
    numbers: { coverage: '3天覆盖率', started: '3天开工单数', least: '应达到' },
  },
  'coverage-fallen': {
    title: '保险覆盖率下滑',
    definition: '一周（周一至周日）的保险覆盖率比前一周低5个百分点以上，且两周开工单数都不少于10单；每周日晚计算。',
    numbers: { coverage: '本周覆盖率', before: '前一周覆盖率', started: '本周开工单数' },
  },
  'arrears-over-week': {
    title: '欠薪超过7天',
    definition: '雇主有到期超过7天仍未付的工钱或误工补偿；按雇主统计，每晚计算。',
    numbers: { owedFen: '欠付金额', workers: '涉及工友' },
  },
  'arrears-of-many': {
    title: '一个雇主欠多人工钱',
    definition: '同一雇主到期未付工钱的工友达到10人；按雇主统计，欠款产生时触发。',
    numbers: { owedFen: '欠付金额', workers: '涉及工友' },
  },
  'complaints-surge': {
    title: '投诉突增',
    definition: '当天投诉数高于前8周同一星期几平均数加3倍标准差（样本不少于10件，小乡镇用泊松检验）。',
    numbers: {},
  },
  'contested-pay-surge': {
    title: '工钱争议突增',
    definition:
      '当天工钱没谈拢的单数高于前8周同一星期几的平均数加3倍标准差；8周合计不足10单时改用泊松分布，出现概率小于千分之一才触发；春节、农忙期间与上年同一段日子比较，没有上年数据的不催办；每晚计算。',
    numbers: { contested: '当天争议单数', usual: '同期平均' },
  },
  'fill-rate-slump': {
    title: '满足率骤降',
    definition:
      '当天满足率低于前4周每天满足率中位数的一半，且当天名额不少于10个；春节、农忙期间与上年同一段日子比较，没有上年数据的不催办；每晚计算。',
    numbers: { fillRate: '当天满足率', usual: '同期中位数', seats: '当天名额' },
  },
  'pay-below-floor': {
    title: '实付低于最低工资',
    definition: '完工确认的工钱折合每小时低于本县最低标准；双方约定只做部分工作的不计；当时触发。',
    numbers: { hourFen: '折合每小时', floorFen: '最低标准' },
  },
  'pay-below-usual': {
    title: '工钱明显偏低',
    definition: '发布的工钱折合每天，比近90天同工种日薪最低百分之五的线还低一成以上，同工种样本不少于20个；当时触发。',
    numbers: { dayFen: '折合每天', usualFen: '同工种最低百分之五' },
  },
  'registration-burst': {
    title: '代办登记突增',
    definition:
      '同一工作人员整点1小时内代办登记超过20人，按表格批量导入的不计；每小时计算。工友自己登记的每个微信号只能登记一人，不在此列。',
    numbers: { registered: '1小时登记人数', most: '通常上限' },
  },
  'overlapping-work': {
    title: '同一人时间重叠接单',
    definition: '同一工友接的活时间有重叠；当时触发。',
    numbers: { jobs: '重叠的活' },
  },
  'long-day': {
    title: '一天工时过长',
    definition: '同一工友一天约定的工时合计超过12小时；当时触发。',
    numbers: { minutes: '一天工时', most: '上限' },
  },
  'child-refused': {
    title: '未满16周岁的人要求登记',
    definition: '有未满16周岁的人要求登记，已拒绝且没有保存任何信息；每小时计算。',
    numbers: { refused: '拒绝次数' },
  },
  'minor-in-danger': {
    title: '未成年工接高风险活',
    definition: '做工当天16至17周岁的工友接了职业类别5类及以上的活；当时触发。',
    numbers: { ageYears: '周岁', riskClass: '职业类别' },
  },
  'payouts-concentrated': {
    title: '提现过于集中',
    definition: '一周（周一至周日）内一个人的提现占全县提现金额一半以上，且全县提现不少于10笔；每周日晚计算。',
    numbers: { share: '占比', amountFen: '提现金额', payouts: '全县提现笔数' },
  },
  'circular-pair': {
    title: '互相雇用',
    definition: '两个人在30天内互相雇用并且都有完工确认；按月统计，当时触发。',
    numbers: { there: '本方向单数', back: '反方向单数' },
  },
  'policy-ending': {
    title: '保险即将到期',
    definition: '保险7天内到期而之后还有已接的活。',
    numbers: {},
  },
  'stale-data': {
    title: '数据没有更新',
    definition: '超过26小时没有新的统计数据；每小时计算，按未更新的整天数更新。',
    numbers: { days: '未更新天数' },
  },
  'impossible-ratio': {
    title: '比率超过100%',
    definition: '不可能超过100%的比率在当天超过了100%，说明统计有误；每晚计算。',
    numbers: { ratio: '比率' },
  },
  'sum-mismatch': {
    title: '乡镇合计与全县不一致',
    definition: '当天各乡镇之和与全县数不相等，说明统计有误；每晚计算。',
    numbers: { whole: '全县', parts: '各乡镇之和' },
  },
}

/** Why a rule of the county's list does not fire yet. */
export const WAITING_BECAUSE: Readonly<Partial<Record<RuleId, string>>> = {
  'complaints-surge': '系统还没有投诉登记；有了以后按此规则计算。',
  'policy-ending': '现在每单单独投保，保到该单收工，没有会到期的长期保单；有了以后按此规则计算。',
}

const oneDecimal = (value: number): string => `${Math.round(value * 10) / 10}`

export const UNIT_TEXT: Readonly<Record<AlertUnit, (value: number) => string>> = {
  people: (value) => `${value}人`,
  employers: (value) => `${value}家`,
  jobs: (value) => `${value}个`,
  seats: (value) => `${value}个`,
  takes: (value) => `${oneDecimal(value)}单`,
  personDays: (value) => `${oneDecimal(value)}人天`,
  fen: (value) => `${(value / 100).toFixed(2)}元`,
  ratio: (value) => `${oneDecimal(value * 100)}%`,
  minutes: (value) => `${oneDecimal(value / 60)}小时`,
  days: (value) => `${value}天`,
  perThousand: (value) => `${oneDecimal(value)}‰`,
  perJob: (value) => `${oneDecimal(value)}次/条`,
  cases: (value) => `${value}件`,
  stars: (value) => `${oneDecimal(value)}星`,
  years: (value) => `${value}周岁`,
  class: (value) => `${value}类`,
  counts: (value) => `${value}`,
}

export const ALERT_WORDS = {
  everywhere: '全县',
  suppressed: '人数不足5人，数字不公布',
  mutedBy: (season: string) => `${season}，不催办`,
  sentence: ({ title, where, said }: { title: string; where: string; said: readonly string[] }) => `${where}${title}：${said.join('，')}。`,
} as const
