import type { EmployerType } from '@linggong/api/core/job/poster.ts'

const TYPE: Readonly<Record<EmployerType, string>> = { household: '散户', company: '企业', coop: '合作社' }

/** What kind of employer it is, as every card says. */
export const employerTypeText = (type: EmployerType): string => TYPE[type]
