import type { StaffRole } from './role.ts'

/** What the roles of staff are called by the people of the county's bureau. */
export const ROLE_NAME: Readonly<Record<StaffRole, string>> = {
  'system-admin': '系统管理员',
  security: '安全员',
  auditor: '审计员',
  'hall-operator': '大厅工作人员',
  'station-operator': '驿站工作人员',
  mediator: '调解员',
  official: '领导',
}
