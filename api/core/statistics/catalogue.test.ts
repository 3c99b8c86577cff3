import { describe, expect, it } from '@jest/globals'
import { isMetricId, METRICS } from './catalogue.ts'
import { COUNTS } from './measure.ts'
import { metricCards } from './metric-card.ts'
import { WAITING_METRICS } from './metrics-waiting.ts'

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

  it('has each of the thirty of the list, in their order', () => {
    const numbers = metricCards().map(({ number }) => number)
    expect([...new Set(numbers)]).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
  })

  it('needs every count', () => {
    const needed = Object.values(METRICS).flatMap(({ reading, people = [] }) => [
      ...people,
      ...('counts' in reading && typeof reading.counts !== 'function' ? reading.counts : []),
      ...('per' in reading ? reading.per : []),
      ...('all' in reading ? reading.all : []),
    ])
    expect(new Set<string>(COUNTS).difference(new Set<string>(needed))).toEqual(new Set(['jobsAccepted']))
  })

  it('says of what nothing tells yet that it is not collected', () => {
    const waiting = metricCards().filter(({ collected }) => !collected)
    expect(waiting.map(({ id }) => id).toSorted()).toEqual(Object.keys(WAITING_METRICS).toSorted())
    for (const { definition } of waiting) expect(definition).toContain('尚未采集')
  })

  it.each(['__proto__', 'constructor', 'toString', '', 'workers'])('knows no metric %j', (text) => {
    expect(isMetricId(text)).toBe(false)
  })
})
