import type { Bucket } from '../core/statistics/bucket.ts'
import type { SeasonKind } from '../core/statistics/season.ts'

/** What officials read beside the catalogue's own words: choices, seasons and the headings of a file. */
export const BUCKET_NAME: Readonly<Record<Bucket, string>> = { day: '日', week: '周', month: '月', quarter: '季', year: '年', all: '全部' }

export const SEASON_NAME: Readonly<Record<SeasonKind, string>> = {
  'spring-festival': '春节前后',
  'wheat-harvest': '麦收',
  'autumn-harvest': '秋收',
  policy: '政策调整',
}

export const SEASON_TEXT: Readonly<Record<SeasonKind, string>> = {
  'spring-festival': '小年到元宵，多数人返乡过年，用工比平时少。',
  'wheat-harvest': '小满到夏至，田里抢收抢种，零工比平时难找。',
  'autumn-harvest': '秋分到十一月中旬，秋收农忙，零工比平时难找。',
  policy: '全省最低工资标准从当天起调整。',
}

export const FILE_WORDS = {
  heading: {
    bucket: '统计期起',
    region: '地区',
    group: '分组',
    value: '数值',
    p90: '第九十百分位',
    numerator: '分子',
    denominator: '分母',
    note: '备注',
  },
  suppressed: '人数不足5人，不公布',
  closed: '已结账',
  definition: '口径',
  dataAsOf: '数据截至',
  demo: '演示数据',
  notCollected: '尚未采集',
  everywhere: '全县',
  noTownship: '未填乡镇',
} as const

export const GROUP_NAME: Readonly<Record<string, string>> = {
  ...{ worker: '劳动者退单', employer: '雇主撤回', nobody: '天气等无责' },
  ...{ household: '家庭和个人', company: '企业', coop: '合作社' },
  ...{ chat: '本人在微信登记', staff: '工作人员办理' },
}
