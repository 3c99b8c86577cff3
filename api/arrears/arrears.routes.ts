import type { Handlers } from '../contract/handler.ts'
import type { Clock } from '../core/clock.ts'
import { accept } from '../core/result.ts'
import { type ListArrearsPorts, listArrears } from './list-arrears.ts'

export const createArrearsRoutes = (parts: ListArrearsPorts & { readonly clock: Clock }): Pick<Handlers, 'listArrears'> => ({
  listArrears: async ({ query, caller: { staff } }) => accept(await listArrears(parts, { ...query, staff }, parts.clock.now())),
})
