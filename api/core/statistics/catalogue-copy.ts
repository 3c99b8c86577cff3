import type { MetricId } from './catalogue.ts'

/** What officials read: the name of a metric and what exactly it counts. The only Chinese sentences of the statistics. */
export const METRIC_COPY: Readonly<Record<MetricId, { readonly name: string; readonly definition: string }>> = {
  workers_total: {
    name: '登记劳动者',
    definition: '截至统计期末已登记的劳动者人数，每人只计一次；按登记时间和居住地统计。',
  },
  workers_new: {
    name: '新登记',
    definition: '统计期内新登记的劳动者人数，每人只计一次；按登记时间和居住地统计。',
  },
  jobs_posted: {
    name: '发布岗位',
    definition: '统计期内发布的用工信息条数；按发布时间和用工地点统计，发布后撤销的也计入。',
  },
  seats_posted: {
    name: '岗位人数',
    definition: '统计期内发布的用工信息所需人数之和；按发布时间和用工地点统计，发布后撤销的也计入。',
  },
  orders_completed: {
    name: '成交笔数',
    definition: '统计期内雇主确认完工（含到期自动确认）的接单笔数，一人一单计一笔；按确认时间和用工地点统计。',
  },
  amount_settled: {
    name: '成交金额',
    definition: '统计期内已付给劳动者的工钱之和，不含保费和退款；按付款时间和用工地点统计，以分计算。',
  },
  insurance_coverage: {
    name: '保险覆盖率',
    definition: '开工时保险已经生效的接单数÷统计期内开工的全部接单数；按开工时间和用工地点统计，晚一分钟生效也不算参保，无开工时为空。',
  },
  high_risk_uninsured: {
    name: '高风险未参保',
    definition: '统计期内开工时没有有效保险的高风险（职业类别5类及以上）接单数，目标为0；按开工时间和用工地点统计。',
  },
  premium_paid: {
    name: '保费',
    definition: '统计期内雇主为用工购买意外险的保费之和；按投保时间和用工地点统计，以分计算。',
  },
}
