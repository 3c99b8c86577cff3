import { describe, expect, it } from '@jest/globals'
import { isMetricId, MEASURES, METRICS, type MetricRow } from './catalogue.ts'
import { metricCards } from './metric-card.ts'

describe('the catalogue', () => {
  it('says for each metric what it is called and what it counts', () => {
    for (const card of metricCards()) {
      expect(card.name).toMatch(/^\p{Script=Han}{2,}$/u)
      expect(card.definition).toMatch(/。$/)
    }
  })

  it('gives each metric its own name', () => {
    const names = metricCards().map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('needs every measure', () => {
    const rows: readonly MetricRow[] = Object.values(METRICS)
    const needed = rows.flatMap((row) => (row.kind === 'ratio' ? [row.counts, row.per] : [row.counts]))
    expect(new Set(needed)).toEqual(new Set(MEASURES))
  })

  it.each(['__proto__', 'constructor', 'toString', '', 'workers'])('knows no metric %j', (text) => {
    expect(isMetricId(text)).toBe(false)
  })
})
