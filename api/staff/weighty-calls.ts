import type { Call, RouteRow } from '../contract/route.ts'
import type { RouteId, RouteOf } from '../contract/routes.ts'
import { LIMIT } from '../core/limit.ts'
import type { Fen } from '../core/money.ts'

type Asked<Row extends RouteRow> = Pick<Call<Row>, 'params' | 'query' | 'body'>
type Weighty = { readonly [Id in RouteId]?: (asked: Asked<RouteOf<Id>>, aloneFen: Fen) => boolean }

/** Which calls of a route are so weighty that one person must not make them alone: much money, or many people's data as they are. */
const WEIGHTY = {
  /** What no seat can be paid is refused whoever agrees to it. */
  settleContested: ({ body }, aloneFen) => body.amountFen > aloneFen && body.amountFen <= LIMIT.payPerTakeFen,
  setCreditLine: ({ body }, aloneFen) => body.limitFen > aloneFen,
  /** To find that it was right weighs nothing. */
  decideAppeal: ({ body }) => body.lifted && body.points > LIMIT.pointsAlone,
  exportWageLedger: ({ query }) => query.full === '1',
  exportPlatformReport: ({ query }) => query.full === '1',
} as const satisfies Weighty

export type WeightyRoute = keyof typeof WEIGHTY
export const WEIGHTY_ROUTES = Object.keys(WEIGHTY) as WeightyRoute[] // the keys of the table the type is made of

type Weigh = ((asked: Asked<RouteRow>, aloneFen: Fen) => boolean) | undefined

/** A call of a route that is not here weighs nothing. `aloneFen`: what one person may let go out, or lend, alone. */
export function isWeighty(route: string, asked: Asked<RouteRow>, aloneFen: Fen): boolean {
  const weigh = (WEIGHTY as Readonly<Record<string, Weigh>>)[route] // by the route's own shapes
  return weigh?.(asked, aloneFen) ?? false
}
