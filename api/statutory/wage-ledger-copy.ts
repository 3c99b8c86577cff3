import type { WageItemKind } from '../core/wage/wage-items.ts'

/** The items of a written wage ledger in the words of 保障农民工工资支付条例第十五条, in their order. */
export const WAGE_LEDGER_HEADINGS = {
  employer: '用人单位名称',
  period: '支付周期',
  paidOn: '支付日期',
  name: '支付对象姓名',
  idNumber: '身份证号码',
  phone: '联系方式',
  time: '工作时间',
  earned: '应发工资项目及数额',
  deducted: '代扣、代缴、扣除项目和数额',
  net: '实发工资数额',
  proof: '银行代发工资凭证或者农民工签字',
} as const

export const WAGE_LEDGER_NAME = '工资支付台账'

const ITEM: Readonly<Record<WageItemKind, string>> = { work: '工钱', overtime: '加班', extra: '加付', deduction: '扣款' }
const UNIT = { day: '按日', hour: '按小时', job: '按次' } as const

/** How the cells of the ledger say what they say. */
export const WAGE_LEDGER_COPY = {
  title: (from: string, to: string) => `${WAGE_LEDGER_NAME}${from}至${to}`,
  period: (unit: keyof typeof UNIT, from: string, to: string) => `${UNIT[unit]} ${from}${from === to ? '' : `至${to}`}`,
  time: (span: string, days: number, hours: string) => `${span}，${days}天共${hours}小时`,
  span: (from: string, to: string) => `${from}至${to}`,
  notRecorded: '未记录',
  item: (kind: WageItemKind, yuan: string, reason: string) => `${ITEM[kind]}${yuan}元${reason === '' ? '' : `（${reason}）`}`,
  tax: (yuan: string) => `代扣个人所得税${yuan}元`,
  none: '无',
  byWallet: (key: string) => `平台支付凭证${key}`,
  inCash: (yuan: string, day: string, key: string) => `现金${yuan}元，双方${day}在线确认，凭证${key}`,
  rest: (yuan: string) => `另有${yuan}元不在本期支付`,
  between: '；',
} as const
