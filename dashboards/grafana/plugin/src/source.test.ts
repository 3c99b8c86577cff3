import { describe, expect, it } from '@jest/globals'
import { lastValueFrom } from 'rxjs'
import { METRICS_PATH } from './asked.ts'
import { ZH } from './copy-zh.ts'
import type { StatisticsQuery, VariableQuery } from './query.ts'
import { metricsShape } from './shapes.ts'
import { StatisticsSource } from './source.ts'
import { aRequest, SETTINGS } from './testing/a-source.ts'
import { aGrafana, type Behind } from './testing/fake-grafana.ts'
import { recorded } from './testing/recorded.ts'

const METRICS = metricsShape.parse(recorded(METRICS_PATH).body).metrics.length

const ask = (...targets: StatisticsQuery[]) => new StatisticsSource(SETTINGS).query(aRequest(...targets))
const health = () => new StatisticsSource(SETTINGS).testDatasource()

describe('the health button tells apart', () => {
  const withHealth =
    (change: object): Behind =>
    (path) =>
      path === '/stats/health' ? { status: 200, body: { ...recorded(path).body, ...change } } : recorded(path)
  const always =
    (status: number, body: unknown): Behind =>
    () => ({ status, body })

  it.each<readonly [string, Behind, string, string]>([
    ['nobody there, as the proxy says it', always(502, { message: 'Bad Gateway' }), 'error', ZH.health.unreachable],
    ['a gateway that waits in vain', always(504, ''), 'error', ZH.health.unreachable],
    [
      'a wrong token, as the proxy says it',
      always(400, { message: 'Authentication to data source failed' }),
      'error',
      ZH.health.unauthorised,
    ],
    [
      'a wrong token, in older words of the proxy',
      always(400, { response: 'Authentication to data source failed' }),
      'error',
      ZH.health.unauthorised,
    ],
    ['a token that may not', always(403, { code: 'not-allowed' }), 'error', ZH.health.unauthorised],
    ['another service at that address', always(200, '<html></html>'), 'error', ZH.health.mismatch],
    ['a service that knows no such path', always(404, 'not found'), 'error', ZH.health.mismatch],
    ['another version of the contract', withHealth({ contract: 99 }), 'error', ZH.health.mismatch],
    ['figures of the day before yesterday', withHealth({ stale: true }), 'warning', ZH.health.stale('2026年11月22日 19:58')],
    ['a county that works', withHealth({ demo: false }), 'success', ZH.health.fine('2026年11月22日 19:58', METRICS)],
  ])('%s', async (_what, behind, status, message) => {
    aGrafana({ behind })
    const said = await health()
    const when = (text: string) => text.replace(/\d{4}年\d+月\d+日 \d\d:\d\d/, 'WHEN')
    expect({ ...said, message: when(said.message) }).toEqual({ status, message: when(message) })
  })

  it('a demo from real business', async () => expect((await health()).message).toContain(ZH.health.demo))

  it('nobody at all', async () => {
    aGrafana({ behind: always(0, undefined) })
    expect((await health()).message).toBe(ZH.health.unreachable)
  })
})

describe('a panel', () => {
  it('gets a frame a target, by its letter', async () => {
    const { data, errors } = await ask(
      { refId: 'A', metric: 'orders_completed' },
      { refId: 'B', metric: 'workers_total', bucket: 'all' },
      { refId: 'C', metric: 'workers_total', hide: true },
      { refId: 'D' },
    )
    expect(errors).toBeUndefined()
    expect(data.map(({ refId }) => refId)).toEqual(['A', 'B'])
  })

  it('draws what it can and says what is wrong with the rest', async () => {
    const { data, errors } = await ask(
      { refId: 'A', metric: 'no_such_metric', bucket: 'all' },
      { refId: 'B', metric: 'workers_total', bucket: 'all' },
      { refId: 'C', metric: 'employers_active', bucket: 'all' },
      { refId: 'D', metric: 'orders_completed', breakdown: 'age', bucket: 'all' },
    )
    expect(data.map(({ refId }) => refId)).toEqual(['B'])
    expect(errors).toEqual([
      { refId: 'A', message: ZH.refused.metric },
      { refId: 'C', message: ZH.refused.bucket },
      { refId: 'D', message: ZH.refused.breakdown },
    ])
  })

  it('asks with the variables of its dashboard, and says where a trade cannot be had', async () => {
    const asked: string[] = []
    aGrafana({
      variables: { $township: '350428', $trade: '搬运' },
      behind: (path) => {
        asked.push(decodeURIComponent(path))
        return path === METRICS_PATH
          ? recorded(path)
          : recorded('/stats/query?metric=workers_total&breakdown=none&bucket=all&from=2026-11-03&to=2026-11-24')
      },
    })
    const { data } = await ask({ refId: 'A', metric: 'workers_total', region: '$township', trade: '$trade', bucket: 'all' })
    expect(asked.at(-1)).toBe('/stats/query?metric=workers_total&breakdown=none&bucket=all&from=2026-11-03&to=2026-11-24&region=350428')
    expect(data[0]?.meta.notices).toContainEqual({ severity: 'warning', text: ZH.notice.allTrades('登记劳动者') })
  })

  it('asks for the catalogue once, however many targets there are, and again where it failed', async () => {
    const asked: string[] = []
    let isUp = false
    aGrafana({
      behind: (path) => {
        asked.push(path)
        return isUp ? recorded(path) : { status: 502, body: '' }
      },
    })
    const source = new StatisticsSource(SETTINGS)
    const targets = ['A', 'B', 'C'].map((refId) => ({ refId, metric: 'workers_total', bucket: 'all' }))
    expect((await source.query(aRequest(...targets))).errors).toHaveLength(3)
    isUp = true
    expect((await source.query(aRequest(...targets))).data).toHaveLength(3)
    expect(asked.filter((path) => path === METRICS_PATH)).toHaveLength(2)
  })

  it('that asks how fresh the figures are is told, and in English where that is read', async () => {
    aGrafana({ language: 'en' })
    const { data } = await ask({ refId: 'A', ask: 'freshness' })
    expect(data[0]?.fields).toMatchObject([{ name: 'Data as of' }, { name: 'Data', values: ['Demo data'] }])
  })
})

describe('annotations', () => {
  it('mark the days that explain figures, from the first moment to the last', async () => {
    const target = new StatisticsSource(SETTINGS).annotations?.prepareQuery?.({ name: '', enable: true, iconColor: '' })
    if (target === undefined) throw new Error('annotations have a query')
    const { data } = await ask(target)
    const { fields } = data[0]
    const rows = Array.from({ length: data[0].length }, (_, at) =>
      Object.fromEntries(fields.map(({ name, values }: { name: string; values: unknown[] }) => [name, values[at]])),
    )
    const moment = (text: string) => Date.parse(text)
    expect(rows).toContainEqual({
      ...{ title: '秋收', text: expect.stringContaining('农忙'), tags: ['autumn-harvest'], color: expect.stringMatching(/^#/) },
      ...{ time: moment('2026-09-23T00:00:00+08:00'), timeEnd: moment('2026-11-15T23:59:59.999+08:00') },
    })
    expect(rows).toContainEqual(
      expect.objectContaining({ title: '保险覆盖率下滑', text: expect.stringMatching(/保险覆盖率.*%/), tags: ['alert'] }),
    )
  })
})

describe('alerts', () => {
  it('are a list: when, what, who should look and whether somebody does', async () => {
    const { data } = await ask({ refId: 'A', ask: 'alerts' })
    const [day, , title, text, desk, state] = data[0].fields.map(({ values }: { values: unknown[] }) => values)
    const at = title.indexOf('保险覆盖率下滑')
    expect([day[at], state[at]]).toEqual([Date.parse('2026-11-16T00:00:00+08:00'), '没人接手'])
    expect(text[at]).toMatch(/全县保险覆盖率下滑：.*%/)
    expect(desk[at]).not.toBe('')
  })

  it('are those of the chosen township', async () => {
    const asked: string[] = []
    aGrafana({
      variables: { $township: '古镛镇' },
      behind: (path) => {
        asked.push(decodeURIComponent(path))
        return { status: 200, body: { alerts: [], events: [] } }
      },
    })
    const annotation = { name: '', enable: true, iconColor: '', target: { refId: 'x', region: '$township', metric: 'anything' } }
    const events = new StatisticsSource(SETTINGS).annotations?.prepareQuery?.(annotation)
    if (events === undefined) throw new Error('annotations have a query')
    const { errors } = await ask({ refId: 'A', ask: 'alerts', region: '$township' }, events)
    expect(errors).toBeUndefined()
    expect(asked).toEqual([
      '/stats/alerts?from=2026-11-03&to=2026-11-24&limit=50&region=古镛镇',
      '/stats/events?from=2026-11-03&to=2026-11-24&region=古镛镇',
    ])
  })
})

describe('variables', () => {
  const choices = async (query: VariableQuery) => {
    const { variables } = new StatisticsSource(SETTINGS)
    if (variables === undefined || !('query' in variables) || variables.query === undefined) throw new Error('there are variables')
    const { data } = await lastValueFrom(variables.query(aRequest(query) as never)) // of a variable's type
    const [text, value] = data[0]?.fields.map(({ values }: { values: string[] }) => values) ?? []
    return text.map((each: string, at: number) => [each, value[at]])
  }

  it('of townships begin with the county they lie in', async () => {
    aGrafana({ variables: { $county: '350428' } })
    const all = await choices({ refId: 'A', kind: 'townships', county: '$county' })
    expect(all.slice(0, 2)).toEqual([
      ['全县', '350428'],
      ['古镛镇', '古镛镇'],
    ])
  })

  it.each([
    ['counties', ['将乐县', '350428']],
    ['metrics', ['登记劳动者', 'workers_total']],
    ['buckets', ['日', 'day']],
  ])('of %s', async (kind, first) => expect((await choices({ refId: 'A', kind }))[0]).toEqual(first))

  it('say what is wrong', async () => {
    aGrafana({ behind: () => ({ status: 502, body: '' }) })
    await expect(choices({ refId: 'A', kind: 'trades' })).rejects.toThrow(ZH.health.unreachable)
  })
})
