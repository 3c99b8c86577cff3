import type { ImportField } from '../core/person/import-row.ts'
import type { PersonRole } from '../core/person/person.ts'

/** What the first row of a file may call a column. */
export const COLUMN_NAMES: Readonly<Record<ImportField, readonly string[]>> = {
  name: ['姓名', '名字'],
  idNumber: ['身份证号', '身份证', '身份证号码', '公民身份号码'],
  phone: ['手机号', '手机', '电话', '联系电话', '手机号码'],
  township: ['乡镇', '所在乡镇', '居住乡镇'],
  role: ['登记', '身份', '类别'],
}

const ROLES: Readonly<Record<string, PersonRole>> = { 找活: 'worker', 工友: 'worker', 零工: 'worker', 招人: 'employer', 雇主: 'employer' }
export const roleOf = (text: string): PersonRole | undefined => (Object.hasOwn(ROLES, text) ? ROLES[text] : undefined)
