import { type DataFrame, type Field, FieldType } from '@grafana/data'
import { describe, expect, it } from '@jest/globals'
import { startOfDayMs } from './asked.ts'
import { EN } from './copy-en.ts'
import { ZH } from './copy-zh.ts'
import { frameOf } from './frame.ts'
import { noticesOf } from './notices.ts'
import type { Figures } from './shapes.ts'
import { recordedFigures } from './testing/recorded.ts'
import type { SHAPES } from './testing/recordings.ts'

type Shape = keyof typeof SHAPES

const drawn = (figures: Figures, copy = ZH): DataFrame => frameOf(figures, { refId: 'A', notices: noticesOf(figures, false, copy) }, copy)
const frame = (shape: Shape): DataFrame => drawn(recordedFigures(shape))
const namesOf = ({ fields }: DataFrame): string[] => fields.map(({ config, name }) => config.displayNameFromDS ?? name)
const numbersOf = ({ fields }: DataFrame): Field[] => fields.filter(({ type }) => type === FieldType.number)
const rowsOf = (shape: Shape) => recordedFigures(shape).rows

describe('every recorded answer', () => {
  const shapes: readonly Shape[] = [
    ...([
      'total',
      'money',
      'share',
      'duration',
      'series',
      'shares',
      'durations',
      'seriesByTrade',
      'townships',
      'seriesByTownship',
    ] as const),
    ...([
      'ages',
      'ageing',
      'parties',
      'risks',
      'nowhere',
      'nowhereSeries',
      'oneTrade',
      'counted',
      'notCollected',
      'notCollectedSeries',
    ] as const),
  ]

  it.each(shapes)('%s has a field a column, all of one length, and keeps each figure or its absence', (shape) => {
    const { fields, length } = frame(shape)
    expect(fields.map(({ values }) => values.length)).toEqual(fields.map(() => length))
    const figures = recordedFigures(shape)
    const divisor = figures.metric.unit === 'fen' ? 100 : 1
    const told = figures.rows.flatMap(({ value }) => (value === null ? [] : [value / divisor]))
    const isDuration = figures.metric.kind === 'duration'
    const shown = numbersOf(frame(shape)).filter((_field, at) => !isDuration || at % 2 === 0)
    const sorted = (values: unknown[]) => values.filter((value) => value !== null).sort()
    expect(sorted(shown.flatMap(({ values }) => values))).toEqual(sorted(told))
  })
})

describe('a series', () => {
  it('has the moments at which the county’s days begin, and a field named after the metric', () => {
    const { fields } = frame('series')
    expect(fields[0]).toMatchObject({ type: FieldType.time, values: rowsOf('series').map(({ bucketStart }) => startOfDayMs(bucketStart)) })
    expect(new Date(fields[0]?.values[0]).toISOString()).toBe('2026-11-02T16:00:00.000Z')
    expect(namesOf(frame('series'))).toEqual(['时间', '成交笔数'])
    expect(fields[1]).toMatchObject({ values: rowsOf('series').map(({ value }) => value), config: { unit: 'suffix:笔' } })
  })

  it('leaves a gap where the denominator is empty, and no 0', () => {
    const values = frame('shares').fields[1]?.values ?? []
    expect(values).toContain(null)
    expect(values).toEqual(rowsOf('shares').map(({ value }) => value))
    expect(frame('shares').fields[1]?.config).toMatchObject({ unit: 'percentunit', min: 0, max: 1 })
  })

  it('has a field a group, in the order the API gives', () => {
    const groups = [...new Set(rowsOf('seriesByTrade').map(({ group }) => group))]
    expect(groups.length).toBeGreaterThan(10)
    expect(namesOf(frame('seriesByTrade'))).toEqual(['时间', ...groups])
    expect(namesOf(frame('ageing'))).toEqual(['时间', '1–3天', '4–7天', '8–30天', '>30天'])
  })

  it('of a duration has median and ninth decile', () => {
    expect(namesOf(frame('durations'))).toEqual(['时间', '中位数', '第九十百分位'])
    expect(frame('durations').fields[2]?.values).toEqual(rowsOf('durations').map(({ p90 }) => p90))
  })
})

describe('a figure or a table', () => {
  it('is one value over the whole range; money is shown in yuan', () => {
    const fen = rowsOf('money')[0]?.value ?? 0
    expect(fen).toBeGreaterThan(0)
    expect(frame('money')).toMatchObject({ length: 1, fields: [{ values: [fen / 100], config: { unit: 'suffix:元' } }] })
    expect(numbersOf(frame('duration'))).toHaveLength(2)
  })

  it.each([
    ['townships', '乡镇', /镇|乡/],
    ['ages', '年龄', /^\d\d.*岁$/],
    ['parties', '责任方', /劳动者退单|雇主撤回|天气等无责/],
    ['risks', '风险等级', /^(\d类|未填)$/],
  ] as const)('%s has a row a group, called as people call it', (shape, heading, called) => {
    const [names] = frame(shape).fields
    expect(names?.name).toBe(heading)
    expect(names?.values).toHaveLength(rowsOf(shape).length)
    for (const name of names?.values ?? []) expect(name).toMatch(called)
  })
})

describe('what is not told', () => {
  it('a handful of people stays null, and the frame says how often', () => {
    const figures = recordedFigures('seriesByTrade')
    expect(figures.suppressed).toBeGreaterThan(0)
    expect(drawn(figures).meta?.notices).toContainEqual({ severity: 'info', text: ZH.notice.suppressed(figures.suppressed) })
    const hidden = figures.rows.find(({ suppressed }) => suppressed)
    expect(hidden?.value).toBe(null)
    const field = drawn(figures).fields.find(({ config }) => config.displayNameFromDS === hidden?.group)
    expect(field?.config.noValue).toBe('人数太少，不公布')
  })

  it('what is kept back and what is empty are told apart, or both named', () => {
    const figures = recordedFigures('townships')
    const cell = (change: object) => ({ ...figures.rows[0], value: null, suppressed: false, ...change }) as Figures['rows'][number] // a row with another value
    const textOf = (...rows: Figures['rows']) => drawn({ ...figures, rows }).fields[1]?.config.noValue
    expect(textOf(cell({}))).toBe(ZH.cell.empty)
    expect(textOf(cell({ suppressed: true }), cell({ region: '高唐镇', value: 9 }))).toBe(ZH.cell.suppressed)
    expect(textOf(cell({ suppressed: true }), cell({ region: '高唐镇' }))).toBe(ZH.cell.either)
  })

  it('a metric that is not collected has no figure and says so, in a number and in a series', () => {
    expect(frame('notCollected')).toMatchObject({ length: 1, fields: [{ values: [null], config: { noValue: '尚未采集' } }] })
    expect(frame('notCollectedSeries')).toMatchObject({
      length: 0,
      fields: [{ values: [] }, { values: [], config: { noValue: '尚未采集' } }],
    })
    expect(frame('notCollected').meta?.notices).toContainEqual({ severity: 'warning', text: '工伤事故率尚未采集，不以0代替' })
  })

  it('an empty answer is an empty frame that still knows what it is of', () => {
    expect(rowsOf('nowhere')).toEqual([])
    expect(frame('nowhere')).toMatchObject({
      length: 0,
      fields: [
        { name: '工种', values: [] },
        { name: '成交笔数', values: [] },
      ],
    })
    expect(frame('nowhereSeries')).toMatchObject({
      length: 0,
      fields: [{ name: '时间' }, { name: '成交笔数', config: { noValue: '暂无' } }],
    })
  })
})

describe('what stands beside', () => {
  it('as of when, and that it is a demo', () => {
    const texts = frame('total').meta?.notices?.map(({ text }) => text)
    expect(texts?.[0]).toMatch(/^数据截至 2026年11月\d+日 \d\d:\d\d$/)
    expect(texts).toContain('演示数据，不是真实业务')
  })

  it('the definition, behind every figure', () => {
    for (const { config } of numbersOf(frame('seriesByTrade')))
      expect(config.description).toBe(recordedFigures('seriesByTrade').metric.definition)
  })

  it('that closed figures were corrected, and that a trade was asked for in vain', () => {
    const figures = { ...recordedFigures('total'), revisions: [{}, {}], demo: false }
    const texts = noticesOf(figures, true, ZH).map(({ text }) => text)
    expect(texts.slice(1)).toEqual([ZH.notice.revised(2), '登记劳动者不分工种，这里显示的是全部工种'])
  })

  it('all of it in English for who reads English', () => {
    expect(namesOf(drawn(recordedFigures('durations'), EN))).toEqual(['Time', 'Median', '90th percentile'])
    expect(drawn(recordedFigures('notCollected'), EN).fields[0]?.config.noValue).toBe('not collected yet')
    expect(drawn(recordedFigures('parties'), EN).fields[0]?.values).toContain('Handed back by the worker')
  })
})
