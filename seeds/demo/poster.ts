import type { CompanyKind } from '@linggong/api/core/company/credit-code.ts'
import type { Poster } from '@linggong/api/core/job/poster.ts'
import { createChance } from './chance.ts'
import type { DemoPerson } from './person.ts'

/** Of a hundred employers whom nobody plays, so many speak for a co-operative and so many for a company; made-up ones. */
const SPEAK_FOR: readonly (readonly [until: number, kind: CompanyKind, name: string])[] = [
  [18, 'coop', '将乐县示范农业专业合作社'],
  [30, 'company', '将乐县示范建材有限公司'],
]

/** In whose name somebody of the demo county posts, always the same. */
export function posterOf({ idNumber, contact }: Pick<DemoPerson, 'idNumber' | 'contact'>): Poster {
  const draw = createChance(`poster ${idNumber}`).below(100)
  const found = SPEAK_FOR.find(([until]) => contact === undefined && draw < until)
  return found === undefined ? { kind: 'household' } : { kind: found[1], company: `demo-${found[1]}`, name: found[2] }
}
