import { readFileSync } from 'node:fs'
import {
  applyFieldOverrides,
  createTheme,
  type DataFrame,
  FieldConfigOptionsRegistry,
  type FieldConfigPropertyItem,
  type FieldConfigSource,
  formattedValueToString,
  getFieldDisplayValues,
  type ReduceDataOptions,
} from '@grafana/data'
import { describe, expect, it } from '@jest/globals'
import { ZH } from './copy-zh.ts'
import { frameOf } from './frame.ts'
import { recordedFigures } from './testing/recorded.ts'
import type { SHAPES } from './testing/recordings.ts'

interface Panel {
  readonly title: string
  readonly fieldConfig: FieldConfigSource
  readonly options: { readonly reduceOptions: ReduceDataOptions }
}

function panelCalled(title: string, board: string): Panel {
  const { panels }: { panels: readonly Panel[] } = JSON.parse(
    readFileSync(new URL(`../../dashboards/${board}.json`, import.meta.url), 'utf8'),
  )
  const panel = panels.find((each) => each.title === title)
  if (panel === undefined) throw new Error(`no panel ${title}`)
  return panel
}

/** The properties a panel of ours sets, which Grafana's server half lends to `applyFieldOverrides`. */
const property = (id: string) =>
  ({
    id,
    path: id,
    name: id,
    isCustom: false,
    process: (value: unknown) => value,
    shouldApply: () => true,
  }) as unknown as FieldConfigPropertyItem // nothing else of it is read
const registry = new FieldConfigOptionsRegistry(() => ['unit', 'min', 'max', 'noValue', 'thresholds'].map(property))

const theme = createTheme()

/** The texts a panel shows, by Grafana's own hands: our frame, the panel's settings, its reducer. */
function shown(title: string, board: string, shape: keyof typeof SHAPES): readonly (readonly [string, string])[] {
  const { fieldConfig, options } = panelCalled(title, board)
  const frame: DataFrame = frameOf(recordedFigures(shape), { refId: 'A', notices: [] }, ZH)
  const around = { fieldConfig, replaceVariables: (text: string) => text, theme }
  const data = applyFieldOverrides({ ...around, data: [frame], timeZone: 'Asia/Shanghai', fieldConfigRegistry: registry })
  return getFieldDisplayValues({ ...around, data, reduceOptions: options.reduceOptions, timeZone: 'Asia/Shanghai' }).map(({ display }) => [
    display.title ?? '',
    formattedValueToString(display),
  ])
}

describe('what people read on a panel', () => {
  it('a figure, with its unit', () => {
    const [row] = recordedFigures('total').rows
    expect(shown('登记劳动者', 'overview', 'total')).toEqual([['登记劳动者', `${row?.value} 人`]])
    const [money] = recordedFigures('money').rows
    expect(shown('成交金额', 'overview', 'money')).toEqual([['成交金额', `${(money?.value ?? 0) / 100} 元`]])
  })

  it('尚未采集, and never a 0, of what nothing tells of', () => {
    expect(shown('工伤事故率', 'insurance', 'notCollected')).toEqual([['工伤事故率', '尚未采集']])
  })

  it('a bar a township, called by its name', () => {
    const rows = recordedFigures('townships').rows
    expect(shown('各乡镇登记劳动者', 'people', 'townships')).toEqual(rows.map(({ region, value }) => [region, `${value} 人`]))
  })

  it('of a handful of people that they are kept back, whatever the panel says of emptiness', () => {
    const texts = shown('各风险等级保费', 'insurance', 'risks').map(([, text]) => text)
    expect(texts).toContain('人数太少，不公布')
    expect(texts).not.toContain('暂无')
  })
})
