import type { Call, RouteRow } from '../contract/route.ts'
import type { RouteId, RouteOf } from '../contract/routes.ts'
import { LIMIT } from '../core/limit.ts'
import { STAFF_LIMIT } from '../core/staff/staff-limit.ts'

type Asked<Row extends RouteRow> = Pick<Call<Row>, 'params' | 'query' | 'body'>
type Weighty = { readonly [Id in RouteId]?: (asked: Asked<RouteOf<Id>>) => boolean }

/** Which calls of a route are so weighty that one person must not make them alone: much money, or many people's data as they are. */
const WEIGHTY = {
  /** What no seat can be paid is refused whoever agrees to it. */
  settleContested: ({ body }) => body.amountFen > STAFF_LIMIT.aloneFen && body.amountFen <= LIMIT.payPerTakeFen,
  setCreditLine: ({ body }) => body.limitFen > STAFF_LIMIT.aloneFen,
  exportWageLedger: ({ query }) => query.full === '1',
  exportPlatformReport: ({ query }) => query.full === '1',
} as const satisfies Weighty

export type WeightyRoute = keyof typeof WEIGHTY
export const WEIGHTY_ROUTES = Object.keys(WEIGHTY) as WeightyRoute[] // the keys of the table the type is made of

/** A call of a route that is not here weighs nothing. */
export function isWeighty(route: string, asked: Asked<RouteRow>): boolean {
  const weigh = (WEIGHTY as Readonly<Record<string, ((asked: Asked<RouteRow>) => boolean) | undefined>>)[route] // by the route's own shapes
  return weigh?.(asked) ?? false
}
