import { describe, expect, it } from '@jest/globals'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import React, { useState } from 'react'
import { ConfigEditor } from './config-editor.tsx'
import { ZH } from './copy-zh.ts'
import type { StatisticsQuery, VariableQuery } from './query.ts'
import { QueryEditor } from './query-editor.tsx'
import { StatisticsSource } from './source.ts'
import { SETTINGS } from './testing/a-source.ts'
import { aGrafana } from './testing/fake-grafana.ts'
import { VariableEditor } from './variable-editor.tsx'

const field = (label: string) => screen.getByRole('combobox', { name: label })

/** An editor as Grafana shows it: what it changes comes back to it. */
function Editing({ first, told }: { first: StatisticsQuery; told: StatisticsQuery[] }) {
  const [query, setQuery] = useState(first)
  const [source] = useState(() => new StatisticsSource(SETTINGS))
  const keep = (next: StatisticsQuery) => {
    told.push(next)
    setQuery(next)
  }
  return <QueryEditor query={query} datasource={source} onChange={keep} onRunQuery={() => undefined} />
}

async function opened(first: Partial<StatisticsQuery> = {}) {
  const told: StatisticsQuery[] = []
  const user = userEvent.setup()
  render(<Editing first={{ refId: 'A', ...first }} told={told} />)
  await waitFor(() => field(ZH.editor.region))
  const offered = async (label: string) => {
    await user.click(field(label))
    const list = await screen.findByRole('listbox')
    const texts = within(list)
      .queryAllByRole('option')
      .map(({ textContent }) => textContent)
    await user.keyboard('{Escape}')
    return texts
  }
  const choose = async (label: string, option: string) => {
    await user.click(field(label))
    await user.keyboard(option)
    const options = await screen.findAllByRole('option')
    const wanted = options.find(({ textContent }) => textContent?.startsWith(option))
    if (wanted === undefined) throw new Error(`no ${option} among ${options.map(({ textContent }) => textContent)}`)
    await user.click(wanted)
  }
  return { told, offered, choose }
}

describe('the query editor', () => {
  it('offers the metrics of the county, and says which are not collected', async () => {
    const { offered } = await opened()
    const metrics = await offered(ZH.editor.metric)
    expect(metrics[0]).toContain('登记劳动者')
    expect(metrics.find((text) => text?.startsWith('困难人员上岗'))).toContain('（尚未采集）')
    expect(await offered(ZH.editor.breakdown)).toEqual([])
  })

  it('offers of a breakdown and a bucket only what the chosen metric knows', async () => {
    const { offered, choose, told } = await opened()
    await choose(ZH.editor.metric, '成交笔数')
    expect(told.at(-1)).toMatchObject({ metric: 'orders_completed', breakdown: 'none', bucket: 'day' })
    expect(await offered(ZH.editor.breakdown)).toEqual(['不分组', '乡镇', '工种', '风险等级'])
    await choose(ZH.editor.metric, '用工主体')
    expect(await offered(ZH.editor.breakdown)).toEqual(['不分组', '乡镇', '工种', '用工主体'])
    expect(await offered(ZH.editor.bucket)).not.toContain('整段时间合计')
  })

  it('takes back what another metric does not know', async () => {
    const { choose, told } = await opened({ metric: 'orders_completed', breakdown: 'risk', trade: '搬运', bucket: 'all' })
    await waitFor(() => expect(screen.getByText(/确认完工/)).toBeTruthy())
    await choose(ZH.editor.metric, '用工主体')
    expect(told.at(-1)).toMatchObject({ metric: 'employers_active', breakdown: 'none', trade: '搬运', bucket: 'day' })
    await choose(ZH.editor.metric, '新登记')
    expect(told.at(-1)).toMatchObject({ metric: 'workers_new', trade: 'all' })
  })

  it('has no trade where figures are not known by trade', async () => {
    const { choose } = await opened({ metric: 'cancel_rate' })
    await waitFor(() => expect(field(ZH.editor.trade)).toBeTruthy())
    await choose(ZH.editor.breakdown, '责任方')
    expect(screen.queryByRole('combobox', { name: ZH.editor.trade })).toBe(null)
  })

  it('offers townships and the variables of the dashboard', async () => {
    aGrafana({ variables: { $township: '古镛镇' } })
    const { offered } = await opened({ metric: 'workers_total' })
    const places = await offered(ZH.editor.region)
    expect(places.slice(0, 2)).toEqual(['全县', '古镛镇'])
    expect(places).toContain('$township')
  })

  it('asks for figures, for alerts of a place, or for the age of the data', async () => {
    const { told } = await opened({ metric: 'workers_total' })
    await userEvent.click(screen.getByRole('radio', { name: '预警' }))
    expect(told.at(-1)).toMatchObject({ ask: 'alerts' })
    expect(screen.queryByRole('combobox', { name: ZH.editor.metric })).toBe(null)
    expect(field(ZH.editor.region)).toBeTruthy()
    await userEvent.click(screen.getByRole('radio', { name: '数据来源' }))
    expect([told.at(-1)?.ask, screen.queryByRole('combobox', { name: ZH.editor.region })]).toEqual(['freshness', null])
    await userEvent.click(screen.getByRole('radio', { name: '指标' }))
    expect([told.at(-1)?.ask, told.at(-1)?.metric]).toEqual(['figures', 'workers_total'])
  })

  it('shows the definition of what was chosen', async () => {
    await opened({ metric: 'accident_rate' })
    expect(await screen.findByText(/上报的工伤事故÷每千用工人天.*尚未采集/)).toBeTruthy()
  })

  it('says what is wrong in place of empty lists', async () => {
    aGrafana({ behind: () => ({ status: 502, body: '' }) })
    render(<Editing first={{ refId: 'A' }} told={[]} />)
    expect(await screen.findByText(ZH.health.unreachable)).toBeTruthy()
  })

  it('speaks English where Grafana does', async () => {
    aGrafana({ language: 'en' })
    render(<Editing first={{ refId: 'A', metric: 'workers_total' }} told={[]} />)
    await waitFor(() => expect(field('Breakdown')).toBeTruthy())
  })
})

type Options = Parameters<typeof ConfigEditor>[0]['options']

function Settings({ first, told }: { first: Partial<Options>; told: Options[] }) {
  const [options, setOptions] = useState({ url: '', jsonData: {}, secureJsonFields: {}, ...first } as Options) // the rest of it is not read
  const keep = (next: Options) => {
    told.push(next)
    setOptions(next)
  }
  return <ConfigEditor options={options} onOptionsChange={keep} />
}

describe('the settings', () => {
  it('keep the address without a slash at its end, and the token among the secrets', async () => {
    const told: Options[] = []
    const user = userEvent.setup()
    render(<Settings first={{}} told={told} />)
    await user.type(screen.getByPlaceholderText('http://api:3000'), ' http://api:3000/ ')
    await user.tab()
    await user.keyboard('secret')
    expect(told.at(-1)).toMatchObject({ url: 'http://api:3000', jsonData: {}, secureJsonData: { token: 'secret' } })
  })

  it('say that an address is none', async () => {
    render(<Settings first={{ url: 'api:3000' }} told={[]} />)
    expect(screen.getByText(ZH.config.urlWrong)).toBeTruthy()
  })

  it('never show a token that was saved, and let it be set anew', async () => {
    const told: Options[] = []
    render(<Settings first={{ url: 'http://api:3000', secureJsonFields: { token: true } }} told={told} />)
    expect(screen.getByDisplayValue('configured')).toHaveProperty('disabled', true)
    await userEvent.click(screen.getByRole('button', { name: /reset/i }))
    expect(told.at(-1)).toMatchObject({ secureJsonFields: { token: false }, secureJsonData: { token: '' } })
  })
})

function Variable({ first, told }: { first: VariableQuery; told: VariableQuery[] }) {
  const [query, setQuery] = useState(first)
  const [source] = useState(() => new StatisticsSource(SETTINGS))
  const keep = (next: VariableQuery) => {
    told.push(next)
    setQuery(next)
  }
  return <VariableEditor query={query} datasource={source} onChange={keep} onRunQuery={() => undefined} />
}

describe('the editor of a variable', () => {
  it('asks of townships which county, and of nothing else', async () => {
    const told: VariableQuery[] = []
    const user = userEvent.setup()
    render(<Variable first={{ refId: 'A', kind: 'townships' }} told={told} />)
    await user.type(screen.getByPlaceholderText('$county'), '$county')
    expect(told.at(-1)).toMatchObject({ county: '$county' })
    await user.click(field(ZH.variable.kind))
    await user.click(await screen.findByRole('option', { name: '工种' }))
    expect(told.at(-1)).toMatchObject({ kind: 'trades' })
    expect(screen.queryByPlaceholderText('$county')).toBe(null)
  })
})
