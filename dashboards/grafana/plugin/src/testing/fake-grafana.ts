import { type BackendSrv, config, type FetchResponse, setBackendSrv, setTemplateSrv, type TemplateSrv } from '@grafana/runtime'
import { of, throwError } from 'rxjs'
import { type Recorded, recorded } from './recorded.ts'

/** The address Grafana gives a data source: its own proxy, which puts the token in. */
export const PROXY = '/api/datasources/proxy/uid/linggong-statistics'

/** What stands behind Grafana's proxy, by the path after it. */
export type Behind = (path: string) => Recorded | { readonly status: number; readonly body: unknown }

const fetching =
  (behind: Behind) =>
  ({ url }: { url: string }) => {
    if (!url.startsWith(`${PROXY}/stats/`)) return throwError(() => ({ status: 404, data: { message: 'Not found' } }))
    const { status, body } = behind(url.slice(PROXY.length))
    const ok = status >= 200 && status < 400
    const response = { url, status, statusText: '', ok, data: body, config: { url } }
    return ok ? of(response as FetchResponse) : throwError(() => response) // of that shape, as far as it is read
  }

const LANGUAGES = { zh: 'zh-Hans', en: 'en-US' } as const

interface Around {
  readonly behind?: Behind
  readonly language?: keyof typeof LANGUAGES
  readonly variables?: Readonly<Record<string, string>>
}

/** Grafana as a plug-in sees it: a proxy, variables, a language. */
export function aGrafana({ behind = recorded, language = 'zh', variables = {} }: Around = {}): void {
  setBackendSrv({ fetch: fetching(behind) } as unknown as BackendSrv) // nothing else of it is used
  const replace = (text = '') => variables[text] ?? text
  const getVariables = () => Object.keys(variables).map((name) => ({ name: name.slice(1) }))
  setTemplateSrv({ replace, getVariables } as unknown as TemplateSrv) // nothing else of it is used
  Object.assign(config.bootData, { user: { ...config.bootData.user, language: LANGUAGES[language] } })
}

export const resetGrafana = (): void => aGrafana()
