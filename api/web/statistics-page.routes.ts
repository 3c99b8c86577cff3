import type { IncomingMessage } from 'node:http'
import type { Handlers } from '../contract/handler.ts'
import type { Overview } from '../contract/overview.contract.ts'
import { overviewQuery, overviewRoutes } from '../contract/overview.contract.ts'
import type { Caller } from '../contract/route.ts'
import { townshipsOf } from '../core/staff/scope.ts'
import type { Authenticate } from '../http/authenticate.ts'
import type { FiguresPass } from '../http/figures-pass.ts'
import type { RateLimit } from '../http/rate-limit.ts'
import type { Log } from '../log.ts'
import { html } from '../page/html.ts'
import { readForm } from '../page/read-form.ts'
import type { WebAnswer } from './answer-web.ts'
import { firstLook, TILES } from './first-look.ts'
import { gatherReport } from './gather-report.ts'
import { reportPage } from './report-page.ts'
import { WEB_COPY } from './web-copy.ts'
import { frameWeb } from './web-frame.ts'
import { createWebMount, type WebRequest } from './web-mount.routes.ts'

export const STATISTICS_PATH = '/statistics'

export interface StatisticsPageParts {
  readonly authenticate: Authenticate
  readonly pass: FiguresPass
  readonly rateLimit: Pick<RateLimit, 'takeRefused'>
  readonly seeOverview: Handlers['seeOverview']
  readonly queryMetric: Handlers['queryMetric']
  readonly places: {
    readonly adcode: string
    readonly name: string
    readonly townships: readonly string[]
    readonly trades: readonly string[]
  }
  readonly log: Log
}

const STYLES = ['base', 'statistics', 'cards']

const signIn = (wasWrong: boolean): WebAnswer => ({
  status: 401,
  page: frameWeb({
    ...{ title: WEB_COPY.signInTitle, styles: STYLES, script: 'statistics', given: { kind: 'sign-in', wasWrong } },
    body: html`<main class="sign-in">
<h1>${WEB_COPY.statisticsTitle}</h1>
<p>${WEB_COPY.signIn}</p>
<noscript><form method="post" action="${STATISTICS_PATH}/enter"><label>${WEB_COPY.token} <input type="password" name="token" required></label> <button>${WEB_COPY.enter}</button></form></noscript>
</main>`,
  }),
})

/** Of the places that a county has those that somebody may look at; undefined stands for the county as a whole. */
const townshipsFor = ({ staff }: Caller): readonly string[] | undefined => (staff === undefined ? undefined : townshipsOf(staff.scope))

/** The page for one who may see it. What an address says that is no question is left out of it. */
async function figures(parts: StatisticsPageParts, caller: Caller, asked: URLSearchParams): Promise<WebAnswer> {
  const { seeOverview, places } = parts
  const own = townshipsFor(caller)
  const fields = ['by', 'at', 'region', 'trade'].flatMap((name) => (asked.get(name) === null ? [] : [[name, asked.get(name)]]))
  const read = overviewQuery.safeParse(Object.fromEntries(fields))
  const answered = read.success ? await seeOverview({ params: {}, body: {}, query: read.data, caller }) : undefined
  if (answered === undefined || !answered.ok) {
    if (fields.length > 0) return { goTo: STATISTICS_PATH }
    return signIn(false)
  }
  return { status: 200, page: pageOf(answered.value, { places, own, viewer: caller.staff === undefined ? 'token' : 'staff' }) }
}

interface Seen {
  readonly places: StatisticsPageParts['places']
  readonly own: readonly string[] | undefined
  readonly viewer: 'token' | 'staff'
}

function pageOf(overview: Overview, { places, own, viewer }: Seen): string {
  const { adcode, name, townships, trades } = places
  const county = { code: adcode, name }
  const given = {
    kind: 'figures',
    viewer,
    county,
    isWholeCounty: own === undefined,
    townships: own ?? townships,
    trades,
    tiles: TILES,
    overview,
  }
  const place = overview.region === adcode ? name : `${name} ${overview.region}`
  return frameWeb({ title: WEB_COPY.statisticsTitle, styles: STYLES, script: 'statistics', body: firstLook(overview, place), given })
}

/** Who shows the dashboards' token is let in by a cookie from then on; the token stands in no address and in no script. */
async function enter({ pass, rateLimit }: StatisticsPageParts, request: IncomingMessage): Promise<WebAnswer> {
  const form = await readForm(request)
  const cookie = pass.admit(form?.get('token')?.trim() ?? '')
  if (cookie !== undefined) return { goTo: STATISTICS_PATH, cookie }
  await rateLimit.takeRefused(request.socket.remoteAddress ?? '')
  return signIn(true)
}

/** A month on paper, of the place that is looked at. */
async function report(parts: StatisticsPageParts, caller: Caller, asked: URLSearchParams): Promise<WebAnswer> {
  const fields = ['at', 'region'].flatMap((name) => (asked.get(name) === null ? [] : [[name, asked.get(name)]]))
  const read = overviewQuery.safeParse(Object.fromEntries(fields))
  const gathered = read.success ? await gatherReport(parts, read.data, caller) : undefined
  if (gathered === undefined || !gathered.ok) return fields.length > 0 ? { goTo: `${STATISTICS_PATH}/report` } : signIn(false)
  const { name, adcode } = parts.places
  const { region } = gathered.value.overview
  const backTo = `${STATISTICS_PATH}?${new URLSearchParams({ ...Object.fromEntries(fields) })}`
  return { status: 200, page: reportPage(gathered.value, { name: region === adcode ? name : `${name}${region}`, backTo }) }
}

type Show = typeof figures

async function show(parts: StatisticsPageParts, { request, asked }: WebRequest, page: Show): Promise<WebAnswer> {
  const caller = await parts.authenticate(overviewRoutes.seeOverview, request.headers)
  return caller.ok ? await page(parts, caller.value, asked) : signIn(false)
}

/** The figures for people who see them on a page of their own. */
export const createStatisticsPage = (parts: StatisticsPageParts) =>
  createWebMount({
    prefix: STATISTICS_PATH,
    log: parts.log,
    async answer(asked) {
      const { method, path } = asked
      if (method === 'GET' && path === '') return await show(parts, asked, figures)
      if (method === 'GET' && path === 'report') return await show(parts, asked, report)
      if (method === 'POST' && path === 'enter') return await enter(parts, asked.request)
      if (method === 'POST' && path === 'leave') return { goTo: STATISTICS_PATH, cookie: parts.pass.leave() }
      return undefined
    },
  })
