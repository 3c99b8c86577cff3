import type { CompanyView } from '../contract/company.contract.ts'
import { instantText } from '../core/clock.ts'
import { type CheckPeriods, publishesUntil } from '../core/company/company.ts'
import type { CompanyDoc } from './company.collection.ts'

export function showCompany(doc: CompanyDoc, periods: CheckPeriods): CompanyView {
  const { id, name, creditCode, kind, standing, sentAt, isSentAgain, representatives } = doc
  const checkOn = standing.state === 'approved' ? standing.checkOn : undefined
  return {
    ...{ company: id, name, creditCode, kind, state: standing.state, sentAt: instantText(sentAt), sentAgain: isSentAgain },
    checkOn: checkOn?.toString() ?? null,
    publishesUntil: checkOn === undefined ? null : publishesUntil(checkOn, periods).toString(),
    reason: standing.state === 'rejected' ? standing.reason : null,
    representatives: representatives.length,
  }
}
