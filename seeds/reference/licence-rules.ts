import type { LicenceRule } from '@linggong/api/core/person/licence-rule.ts'
import type { Licence } from './trades.ts'

type Row = Omit<LicenceRule, 'trade' | 'until'> & { readonly cert: Licence }

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

/** 特种作业人员安全技术培训考核管理规定: valid for six years, reviewed every three. Which trade's work belongs to which class is general knowledge. */
const SPECIAL_OPERATION = {
  issuer: '应急管理部门',
  validMonths: 72,
  reviewMonths: 36,
  from: day('2010-07-01'),
  mark: 'V',
  source: '特种作业人员安全技术培训考核管理规定',
} as const
const HEALTH: Row = {
  ...{ cert: '健康证', issuer: '疾控机构或指定医院', validMonths: 12, reviewMonths: null },
  ...{ from: day('2009-06-01'), mark: 'BK', source: '食品安全法，接触直接入口食品的人员' },
}
const WELDER: Row = { ...SPECIAL_OPERATION, cert: '焊工证' }
const ELECTRICIAN: Row = { ...SPECIAL_OPERATION, cert: '电工证' }
const GUARD: Row = {
  ...{ cert: '保安证', issuer: '公安机关', validMonths: null, reviewMonths: null },
  ...{ from: day('2010-01-01'), mark: 'BK', source: '保安服务管理条例' },
}
const DRIVER: Row = {
  ...{ cert: '驾驶证', issuer: '公安交管部门', validMonths: null, reviewMonths: null },
  ...{ from: day('2004-05-01'), mark: 'BK', source: '道路交通安全法' },
}

/** In force as far as anybody knows today. A row that ends gets its last day here, and the row that takes its place is written below it. */
const inForce = (trade: string, row: Row): LicenceRule => ({ ...row, trade, until: null })

/** The compulsory licences (准入类) of the county's trades, dated: the take rule asks this table for every day of the work. */
export const LICENCE_RULES: readonly LicenceRule[] = [
  inForce('电焊', WELDER),
  inForce('水电', ELECTRICIAN),
  inForce('月嫂', HEALTH),
  inForce('厨工', HEALTH),
  inForce('服务员', HEALTH),
  inForce('保安', GUARD),
  inForce('司机', DRIVER),
]

/** Papers about a skill (技能等级类): good to show and kept with the licences, but no work ever asks for one by law. */
export const SKILL_PAPERS = ['月嫂证'] as const satisfies readonly Licence[]
