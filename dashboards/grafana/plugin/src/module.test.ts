import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as grafanaData from '@grafana/data'
import * as grafanaRuntime from '@grafana/runtime'
import * as grafanaUi from '@grafana/ui'
import { beforeAll, describe, expect, it } from '@jest/globals'
import React from 'react'
import * as rxjs from 'rxjs'
import { ZH } from './copy-zh.ts'
import { frameOf } from './frame.ts'
import type { plugin as Plugin } from './module.ts'
import { noticesOf } from './notices.ts'
import { aRequest, SETTINGS } from './testing/a-source.ts'
import { recordedFigures } from './testing/recorded.ts'
import { SHAPES } from './testing/recordings.ts'

const DIST = new URL('../dist/', import.meta.url)
const fileOf = (name: string): string => readFileSync(new URL(name, DIST), 'utf8')

/** What Grafana lends to a plug-in. */
const LENT: Readonly<Record<string, unknown>> = {
  '@grafana/data': grafanaData,
  '@grafana/runtime': grafanaRuntime,
  '@grafana/ui': grafanaUi,
  react: React,
  rxjs,
}

interface Loaded {
  readonly needs: readonly string[]
  readonly plugin: typeof Plugin
}

/** Loads the module as an AMD loader does: by calling `define` with what it says it needs. */
function loaded(): Loaded {
  const found: Loaded[] = []
  const define = (needs: readonly string[], make: (...lent: unknown[]) => { plugin: typeof Plugin }) => {
    const missing = needs.filter((name) => !Object.hasOwn(LENT, name))
    expect(missing).toEqual([])
    found.push({ needs, plugin: make(...needs.map((name) => LENT[name])).plugin })
  }
  new Function('define', fileOf('module.js'))(Object.assign(define, { amd: {} }))
  const [one] = found
  if (one === undefined) throw new Error('module.js calls define')
  return one
}

describe('the module as it is built (npm run grafana:build)', () => {
  let module: Loaded
  beforeAll(() => {
    if (!existsSync(DIST)) throw new Error('Nothing is built yet: npm run grafana:build')
    module = loaded()
  })

  it('brings neither React nor anything of Grafana’s along', () => {
    expect([...module.needs].sort()).toEqual(['@grafana/data', '@grafana/runtime', '@grafana/ui', 'react', 'rxjs'])
    expect(fileOf('module.js')).not.toMatch(/react\.production|__SECRET_INTERNALS/)
    expect(fileOf('module.js').length).toBeLessThan(100_000)
  })

  it('is a data source with both editors', () => {
    const { plugin } = module
    expect(plugin).toBeInstanceOf(grafanaData.DataSourcePlugin)
    expect(plugin.components).toMatchObject({ QueryEditor: expect.any(Function), ConfigEditor: expect.any(Function) })
  })

  it('makes of each recorded answer the frame that its sources make', async () => {
    const source = new module.plugin.DataSourceClass(SETTINGS)
    const { noSuchMetric, wrongBucket, wrongBreakdown, ...good } = SHAPES
    const targets = Object.entries(good).map(([refId, asked]) => ({ refId, ...asked }))
    const { data, errors } = await source.query(aRequest(...targets))
    expect(errors).toBeUndefined()
    expect(data).toHaveLength(targets.length)
    for (const frame of data) {
      const figures = recordedFigures(frame.refId)
      const expected = frameOf(figures, { refId: frame.refId, notices: noticesOf(figures, false, ZH) }, ZH)
      expect(frame).toEqual(expected)
      expect(grafanaData.isDataFrame(frame)).toBe(true)
    }
    expect((await source.query(aRequest({ refId: 'A', ...noSuchMetric }))).errors).toHaveLength(1)
    expect((await source.query(aRequest({ refId: 'A', ...wrongBucket }))).errors).toHaveLength(1)
    expect((await source.query(aRequest({ refId: 'A', ...wrongBreakdown }))).errors).toHaveLength(1)
  })

  it('gives Grafana’s own annotations and figures something to show', async () => {
    const source = new module.plugin.DataSourceClass(SETTINGS)
    const { data } = await source.query(aRequest({ refId: 'A', ...SHAPES.money }))
    const [field] = data[0].fields
    const shown = grafanaData.getDisplayProcessor({ field, theme: grafanaData.createTheme() })(field.values[0])
    expect(grafanaData.formattedValueToString(shown)).toBe(`${field.values[0]} 元`)
    const { data: waiting } = await source.query(aRequest({ refId: 'A', ...SHAPES.notCollected }))
    const nothing = grafanaData.getDisplayProcessor({ field: waiting[0].fields[0], theme: grafanaData.createTheme() })(null)
    expect(nothing.text).toBe('尚未采集')
    expect((await source.testDatasource()).status).toBe('success')
  })
})

describe('the build', () => {
  it('gives the same bytes again, and nothing of an older one stays', () => {
    const target = mkdtempSync(join(tmpdir(), 'linggong-plugin-'))
    try {
      const { status, stdout } = spawnSync(process.execPath, [fileURLToPath(new URL('../build.ts', import.meta.url)), target], {
        encoding: 'utf8',
      })
      expect(status).toBe(0)
      expect(stdout).toMatch(/^module\.js: [\d.]+ kB, [\d.]+ kB gzip$/m)
      const names = readdirSync(target, { recursive: true, encoding: 'utf8' }).sort()
      expect(names).toEqual(readdirSync(DIST, { recursive: true, encoding: 'utf8' }).sort())
      for (const name of ['module.js', 'plugin.json']) expect(readFileSync(join(target, name), 'utf8')).toBe(fileOf(name))
    } finally {
      rmSync(target, { recursive: true, force: true })
    }
  })
})

describe('what lies beside it', () => {
  interface About {
    readonly id: string
    readonly info: { readonly version: string; readonly logos: { readonly small: string } }
    readonly routes: readonly {
      readonly path: string
      readonly method: string
      readonly headers: readonly { readonly content: string }[]
    }[]
  }
  const about = (): About => JSON.parse(fileOf('plugin.json'))

  it('has the version and name of the package, and its logo', () => {
    const { name, version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
    expect(about()).toMatchObject({ id: name, info: { version } })
    expect(fileOf(about().info.logos.small)).toContain('<svg')
  })

  it('lets Grafana’s server put the token in, for reading alone', () => {
    expect(about().routes).toEqual([
      {
        path: 'stats',
        method: 'GET',
        url: '{{ .URL }}/stats',
        headers: [{ name: 'Authorization', content: 'Bearer {{ .SecureJsonData.token }}' }],
      },
    ])
  })
})
