import type { Overview } from '../contract/overview.contract.ts'
import { inCounty } from '../core/clock.ts'
import type { MetricId } from '../core/statistics/catalogue.ts'
import { NO_FIGURE_WORD } from '../core/statistics/figure-copy.ts'
import { periodText } from '../core/statistics/period-text.ts'
import { toldFigure } from '../core/statistics/told-figure.ts'
import { type Html, html } from '../page/html.ts'
import type { Figure } from '../statistics/see-overview.ts'
import { WEB_COPY } from './web-copy.ts'

/** What stands at the top, in this order. */
export const TILES = [
  'workers_total',
  'workers_new',
  'workers_active_30d',
  'employers_active',
  'seats_posted',
  'fill_rate',
  'orders_completed',
  'amount_settled',
  'worker_median_day_pay',
  'insurance_coverage',
  'paid_on_time_rate',
  'wage_arrears',
] as const satisfies readonly MetricId[]

/** 2026-11-28 09:30 */
export const minuteText = (instant: string): string =>
  inCounty(Temporal.Instant.from(instant)).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')

function tile(figure: Figure, { period }: Overview): Html {
  const { text, why, against, was, change } = toldFigure(figure, period)
  const value =
    text === undefined
      ? html`<span class="tile-none">${why === undefined ? '' : NO_FIGURE_WORD[why]}</span>`
      : html`<span class="tile-figure"><b>${text.number}</b><i>${text.unit}</i></span>`
  const moved =
    change === undefined
      ? html`<span class="tile-change"><span>${against}</span><span>${was}</span></span>`
      : html`<span class="tile-change"><span>${against}</span><span class="moved">${change.words}</span></span>`
  return html`<li class="tile"><span class="tile-name">${figure.metric.name}</span>${value}${moved}</li>\n`
}

/** The figures as they are before any script has run: what it shows first looks the same. */
export function firstLook(overview: Overview, place: string): Html {
  const { period, demo, dataAsOf, stale, figures } = overview
  const tiles = TILES.flatMap((id) => figures.filter(({ metric }) => metric.id === id)).map((figure) => tile(figure, overview))
  return html`<header class="masthead">
<h1>${WEB_COPY.statisticsTitle}</h1>
<p class="place">${place} · ${periodText(period)}</p>
<p class="as-of">${demo ? html`<span class="badge">${WEB_COPY.demo}</span> ` : []}${WEB_COPY.dataAsOf} ${minuteText(dataAsOf)}${stale ? html` <strong>${WEB_COPY.stale}</strong>` : []}</p>
</header>
<main>
<ul class="tiles">
${tiles}</ul>
<p class="preparing">${WEB_COPY.preparing}</p>
<noscript><p>${WEB_COPY.noScript}</p></noscript>
</main>`
}
