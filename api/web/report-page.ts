import { periodText } from '../core/statistics/period-text.ts'
import { toldFigure } from '../core/statistics/told-figure.ts'
import { type Html, html } from '../page/html.ts'
import type { Figure } from '../statistics/see-overview.ts'
import { minuteText } from './first-look.ts'
import type { Report } from './gather-report.ts'
import { REPORT } from './report-copy.ts'
import { ageingTable, cellText, reportTable, TOWNSHIP_TABLE, TRADE_TABLE } from './report-tables.ts'
import { trendDrawing } from './trend-drawing.ts'
import { frameWeb } from './web-frame.ts'

export interface ReportPlace {
  /** 「将乐县古镛镇」 */
  readonly name: string
  /** The view that the report belongs to. */
  readonly backTo: string
}

const heads = (names: readonly string[]): Html => html`<thead><tr>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>`

function figureLine(figure: Figure, { overview: { period } }: Report): Html {
  const { against, was, change } = toldFigure(figure, period)
  const before = was === '' ? '' : `${against} ${was}`
  return html`<tr><th scope="row">${figure.metric.name}</th><td>${cellText(figure.metric, figure.now ?? undefined)}</td><td>${before}</td><td>${change?.words ?? ''}</td></tr>\n`
}

function headOf({ overview }: Report, { name }: ReportPlace): Html {
  const { period, demo, dataAsOf, figures } = overview
  const version = figures[0]?.metric.definitionVersion ?? 0
  return html`<header>
<h1>${REPORT.title(name)}</h1>
<p class="month">${periodText(period)}</p>
<p class="about">${REPORT.dataAsOf(minuteText(dataAsOf))} · ${period.isOpen ? REPORT.notOver : REPORT.over} · ${REPORT.version(version)}</p>
${demo ? html`<p class="demo">${REPORT.demo}</p>` : []}</header>`
}

function revisionsOf({ revised }: Report): Html {
  if (revised.length === 0) return html`<p>${REPORT.noRevisions}</p>`
  const lines = revised.flatMap(({ metric, rows, revisions }) =>
    revisions.map(
      (revision) =>
        html`<tr><th scope="row">${metric.name}</th><td>${cellText(metric, rows[0])}</td><td>${cellText(metric, { ...revision, suppressed: false })}</td></tr>\n`,
    ),
  )
  const { metric, was, is } = REPORT.column
  return html`<table>${heads([metric, was, is])}<tbody>${lines}</tbody></table>`
}

function definitionsOf(figures: readonly Figure[]): Html {
  return html`<dl>${figures.map(({ metric }) => html`<div><dt>${metric.name}</dt><dd>${metric.definition}</dd></div>\n`)}</dl>`
}

const section = (title: string, content: Html): Html => html`<section><h2>${title}</h2>${content}</section>\n`

/** A month on paper: the figures, what they are told apart by, what has changed since, and what exactly each of them counts. */
export function reportPage(report: Report, place: ReportPlace): string {
  const { figures } = report.overview
  const collected = figures.filter(({ metric }) => metric.collected)
  const drawn = ['orders_completed', 'insurance_coverage'].flatMap((id) => figures.filter(({ metric }) => metric.id === id))
  const { metric, now, before, change } = REPORT.column
  const body = html`<nav class="tools"><a href="${place.backTo}">${REPORT.back}</a><button type="button" id="print">${REPORT.print}</button></nav>
<article>
${headOf(report, place)}
${section(REPORT.figures, html`<table>${heads([metric, now, before, change])}<tbody>${collected.map((figure) => figureLine(figure, report))}</tbody></table>`)}
${section(REPORT.trend, html`${drawn.map(trendDrawing)}`)}
${section(REPORT.townships, report.townships === undefined ? html`<p>${REPORT.onlyOwn}</p>` : reportTable(report.townships, TOWNSHIP_TABLE))}
${section(REPORT.trades, reportTable(report.trades, TRADE_TABLE))}
<p class="note">${REPORT.suppressed}</p>
${section(REPORT.ageing, ageingTable(report.ageing))}
${section(REPORT.revisions, revisionsOf(report))}
${section(REPORT.missing, html`<p>${REPORT.missingNote}</p><p>${figures.flatMap((each) => (each.metric.collected ? [] : [each.metric.name])).join('、')}</p>`)}
${section(REPORT.definitions, definitionsOf(collected))}
<p class="signed"><span>${REPORT.made}</span><span>${REPORT.checked}</span><span>${REPORT.date}</span></p>
</article>`
  return frameWeb({
    title: `${REPORT.title(place.name)} ${periodText(report.overview.period)}`,
    styles: ['base', 'report'],
    script: 'report',
    body,
  })
}
