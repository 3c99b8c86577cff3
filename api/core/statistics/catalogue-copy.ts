import type { MetricId } from './catalogue.ts'

interface Words {
  readonly name: string
  readonly definition: string
}

const waiting = (name: string, definition: string): Words => ({ name, definition: `${definition}尚未采集，不以0代替。` })

/** What officials read: the name of a metric and what exactly it counts. The only Chinese sentences of the statistics. */
export const METRIC_COPY: Readonly<Record<MetricId, Words>> = {
  workers_total: {
    name: '登记劳动者',
    definition: '截至统计期末已登记、未注销的劳动者人数，每人只计一次；按登记时间和居住地统计，注销的自注销之日起不计，年龄按登记时计算。',
  },
  workers_new: { name: '新登记', definition: '统计期内新登记的劳动者人数，每人只计一次；按登记时间和居住地统计，年龄按登记时计算。' },
  workers_active_30d: {
    name: '活跃劳动者',
    definition:
      '统计期末日及之前共30天内接过活（撤回、退单的不算）或有完工确认的劳动者人数，每人只计一次；按用工地点和工种分别去重，分项之和可大于合计。',
  },
  realname_rate: {
    name: '实名率',
    definition:
      '身份已核实的劳动者÷登记劳动者，均不含已注销的，统计期末口径；核实指与公安人口库比对一致，或工作人员当面查验身份证；按居住地统计。',
  },
  older_worker_share: {
    name: '大龄占比',
    definition: '登记时已满50周岁的劳动者÷年龄已知的登记劳动者，均不含已注销的，统计期末口径；按居住地统计。',
  },
  older_worker_share_60: {
    name: '六十岁以上占比',
    definition: '登记时已满60周岁的劳动者÷年龄已知的登记劳动者，均不含已注销的，统计期末口径；按居住地统计。',
  },
  hardship_workers_placed: waiting('困难人员上岗', '统计期内有完工确认的就业困难、脱贫、残疾人员人数，每人只计一次。'),
  employers_active: {
    name: '用工主体',
    definition:
      '统计期内发布过用工信息的雇主数，每个统计期内每家只计一次，日、周、月、季、年之间不能相加；按发布时间统计，分项之和可大于合计。',
  },
  jobs_posted: { name: '发布岗位', definition: '统计期内发布的用工信息条数；按发布时间和用工地点统计，发布后撤销的也计入。' },
  seats_posted: { name: '岗位人数', definition: '统计期内发布的用工信息所需人数之和；按发布时间和用工地点统计，发布后撤销的也计入。' },
  fill_rate: {
    name: '满足率',
    definition: '有人接单的名额÷统计期内开工的全部名额；按约定开工时间统计，雇主撤回的活不计，退单的名额按空缺计，无名额时为空。',
  },
  time_to_accept_median: {
    name: '接单时长',
    definition:
      '发布到首次有人接单的分钟数，取中位数和第九十百分位；按发布时间统计，尚无人接单的活按最长计并给出占比；按等比区间估算，区间宽度约两成。',
  },
  applications_per_job: {
    name: '每岗接单数',
    definition: '接单次数（一分钟内撤回的不计）÷发布的用工信息条数；按发布时间统计，无发布时为空。',
  },
  orders_completed: {
    name: '成交笔数',
    definition: '统计期内雇主确认完工（含到期自动确认）的接单笔数，一人一单计一笔；按确认时间和用工地点统计，确认后不再减少。',
  },
  person_days: { name: '用工人天', definition: '已确认完工的约定工时之和÷8小时；按做工日期统计，多日的活逐日计入。' },
  amount_settled: { name: '成交金额', definition: '统计期内已付给劳动者的工钱之和，不含保费和退款；按付款时间和用工地点统计，以分计算。' },
  worker_median_day_pay: {
    name: '日薪中位数',
    definition:
      '每人每天工钱的中位数和第九十百分位（多日的活按天平均、按天加权）；按确认时间统计，以分计算；按等比区间估算，区间宽度约百分之四。',
  },
  cancel_rate: {
    name: '取消率',
    definition: '开工前取消的接单÷接单（一分钟内撤回的不计）；按约定开工时间统计，可分劳动者退单、雇主撤回、天气等无责撤回，无接单时为空。',
  },
  no_show_rate: { name: '爽约率', definition: '到期未到岗的接单÷接单（一分钟内撤回的不计）；按约定开工时间统计，无接单时为空。' },
  insurance_coverage: {
    name: '保险覆盖率',
    definition:
      '开工前保险已经生效并且保到约定收工的接单数÷统计期内开工的全部接单数；按开工时间和用工地点统计，晚一分钟生效也不算参保，无开工时为空。',
  },
  high_risk_uninsured: {
    name: '高风险未参保',
    definition: '统计期内开工时没有有效保险的高风险（职业类别5类及以上）接单数，目标为0；按开工时间和用工地点统计。',
  },
  premium_paid: { name: '保费', definition: '统计期内雇主为用工购买意外险的保费之和；按投保时间和用工地点统计，以分计算。' },
  subsidy_paid: waiting('保费补贴', '统计期内由财政支付的保费之和。'),
  claims_count: waiting('报案件数', '统计期内的保险报案件数。'),
  claim_rate: waiting('报案率', '保险报案件数÷每千参保人天。'),
  claim_days: waiting('理赔天数', '报案到赔付天数的中位数。'),
  loss_ratio: waiting('赔付率', '已付赔款÷已赚保费。'),
  accident_rate: waiting('工伤事故率', '上报的工伤事故÷每千用工人天，重伤和死亡单列。'),
  complaints_per_1000: waiting('千单投诉', '统计期内立案的纠纷÷每千笔成交，按类别统计。'),
  dispute_resolution: waiting('纠纷办结时长', '立案到结案天数的中位数和第九十百分位，以及15天内办结占比。'),
  wage_arrears: {
    name: '欠薪金额',
    definition: '统计期末已到期未付给劳动者的工钱和误工补偿，按到期后第1至3天、4至7天、8至30天、30天以上分档，到期当天不计；以分计算。',
  },
  wage_arrears_seats: { name: '欠薪人次', definition: '统计期末有到期未付款项的接单数，一人一单计一次，分档和欠薪金额相同。' },
  paid_on_time_rate: {
    name: '按时付款率',
    definition: '确认完工后24小时内付清的接单÷统计期内应付清的接单；按应付清的日子统计，无应付时为空。',
  },
  training_enrolments: waiting('培训报名', '统计期内报名培训的人数。'),
  training_completions: waiting('培训结业', '统计期内完成培训的人数。'),
  training_pass_rate: waiting('培训合格率', '考核合格人数÷参加考核人数。'),
  post_training_placement: waiting('训后上岗率', '结业后90天内有该工种完工确认的人数÷结业人数，满90天后统计。'),
  repeat_hire_rate: {
    name: '复雇率',
    definition: '同一雇主和劳动者在之前180天内已有完工确认的成交笔数÷成交笔数；按确认时间统计，无成交时为空。',
  },
  rating_avg: {
    name: '平均评分',
    definition:
      '双方给对方的星数之和÷评价条数，1至5星；结清后72小时内可评，双方都评了或到期公开后计入，按评价时间和用工地点统计，无评价时为空。',
  },
  rating_avg_workers: { name: '劳动者平均评分', definition: '雇主给劳动者的星数之和÷条数；口径和平均评分相同。' },
  rating_avg_employers: { name: '雇主平均评分', definition: '劳动者给雇主的星数之和÷条数；口径和平均评分相同。' },
  ratings_of_workers: {
    name: '劳动者收到的评价',
    definition: '雇主给劳动者的公开评价条数，可按星数分；按评价时间和用工地点统计，没公开的不计。',
  },
  ratings_of_employers: {
    name: '雇主收到的评价',
    definition: '劳动者给雇主的公开评价条数，可按星数分；按评价时间和用工地点统计，没公开的不计。',
  },
  response_rate: {
    name: '评价率',
    definition: '公开的评价条数÷可评的条数（每笔结清的接单两条）；按公开时间统计，到期没评的计入分母，无可评时为空。',
  },
  assisted_share: {
    name: '代办占比',
    definition: '由驿站、大厅工作人员办理或批量导入的登记÷登记方式已知的全部登记；按登记时间和居住地统计，接单不分是否代办，不计入。',
  },
}
