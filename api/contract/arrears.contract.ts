import { z } from 'zod'
import type { Routes } from './route.ts'
import { chatNumberText, nothing, pageAsked, wireFen, wireInstant } from './shapes.ts'

/** One employer who has owed workers for more than a day. Days are days of the county's calendar since each amount fell due. */
export const arrearsView = z.object({
  employer: z.string(),
  employerName: z.string(),
  /** When the oldest of it fell due. */
  since: wireInstant,
  owedFen: wireFen,
  ageing: z.object({ days1To3Fen: wireFen, days4To7Fen: wireFen, days8To30Fen: wireFen, over30DaysFen: wireFen }),
  workers: z.int(),
  jobs: z.array(chatNumberText),
})
export type ArrearsView = z.output<typeof arrearsView>

export const arrearsRoutes = {
  listArrears: {
    method: 'GET',
    path: '/staff/arrears',
    role: 'staff',
    action: 'see-arrears',
    tag: 'staff',
    summary: 'Employers who owe pay for more than a day, whoever owes the longest first; a page may hold fewer than its limit',
    params: nothing,
    query: z.strictObject(pageAsked()),
    body: nothing,
    answer: z.object({ employers: z.array(arrearsView), next: z.string().nullable() }),
    status: 200,
    refusals: [],
  },
} as const satisfies Routes
