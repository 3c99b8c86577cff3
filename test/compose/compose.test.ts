import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { readConfig } from '@linggong/api/config.ts'
import { BOARD_NAMES } from '@linggong/grafana/boards.ts'
import { parse } from 'yaml'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

interface Service {
  readonly image: string
  readonly restart?: string
  readonly networks: readonly string[]
  readonly ports?: readonly string[]
  readonly healthcheck?: { readonly test: readonly string[] }
  readonly environment?: Readonly<Record<string, string>>
  readonly volumes?: readonly string[]
}

const compose: { readonly services: Readonly<Record<string, Service>> } = parse(read('docker-compose.yml'), { merge: true })
const services = Object.entries(compose.services)
const { api, bot, worker, mongo, redis, grafana } = compose.services

/** What .env.example leaves to fill in. */
const NEEDED = [...read('.env.example').matchAll(/^(\w+)=$/gm)].map(([, name = '']) => name)

const FILLED_IN = 'a-value-for-the-test'

/** A value as Compose makes it of the file when everything that is needed is filled in, and nothing else. */
const filledIn = (value: string): string =>
  value.replace(/\$\{(\w+)(:[?-])([^}]*)\}/g, (_all, name, kind, text) => (kind === ':-' ? text : `${FILLED_IN} of ${name}`))

describe('docker-compose.yml', () => {
  it('has every part of a county', () => {
    expect(Object.keys(compose.services).toSorted()).toEqual(['api', 'bot', 'grafana', 'mongo', 'redis', 'worker'])
    expect([api, bot, worker].map((service) => service?.environment?.['ROLE'])).toEqual(['api', 'bot', 'worker'])
    expect(new Set([api, bot, worker].map((service) => service?.image)).size).toBe(1)
  })

  it.each(services)('%s is checked, started again and pinned to a version', (_name, { image, restart, healthcheck }) => {
    expect(healthcheck).toBeDefined()
    expect(restart).toBe('unless-stopped')
    expect(image).toMatch(/:(?!latest)[^:]+$/)
  })

  it.each(['api', 'bot', 'worker'])('gives the %s an environment it understands', (name) => {
    const given = Object.entries(compose.services[name]?.environment ?? {})
    const config = readConfig(Object.fromEntries(given.map(([key, value]) => [key, filledIn(value)])), [])
    expect(config).toMatchObject({ role: name, host: '0.0.0.0', port: 3000, demo: false })
    const tokens = [config.botToken, config.statsToken]
    expect(tokens).toEqual(['BOT_TOKEN', 'STATS_TOKEN'].map((token) => `${FILLED_IN} of ${token}`))
    expect(config.mongodbUrl).toContain('mongo:27017')
    expect(config.redisUrl).toContain('redis:6379')
  })

  it('keeps the roots of the audit where every role can write them', () => {
    for (const service of [api, bot, worker]) expect(service?.volumes).toContain('audit-roots:/data/audit-roots')
  })

  it('keeps the databases to itself', () => {
    for (const database of [mongo, redis]) {
      expect(database?.networks).toEqual(['inside'])
      expect(database?.ports).toBeUndefined()
    }
  })

  it('asks for each secret and has a default for none', () => {
    const secrets = services.flatMap(([, { environment = {} }]) =>
      Object.entries(environment).filter(([name]) => /KEY|TOKEN|PASSWORD/.test(name)),
    )
    expect(secrets.length).toBeGreaterThan(0)
    for (const [, value] of secrets) expect(value).toMatch(/^\$\{\w+(:\?.+|:-)\}$/)
    const required = services.flatMap(([, { environment = {} }]) =>
      Object.values(environment).flatMap((value) => /\$\{(\w+):\?/.exec(value)?.[1] ?? []),
    )
    expect(new Set(required)).toEqual(new Set(NEEDED))
  })

  it('lets nobody into Grafana without a name', () => {
    expect(grafana?.environment).toMatchObject({ GF_AUTH_ANONYMOUS_ENABLED: 'false', GF_USERS_ALLOW_SIGN_UP: 'false' })
  })
})

describe('Grafana as it is provisioned', () => {
  const sources: { datasources: { uid: string; type: string; secureJsonData: Record<string, string> }[] } = parse(
    read('dashboards/grafana/provisioning/datasources/linggong.yaml'),
  )
  const dashboards: { providers: { options: { path: string } }[] } = parse(read('dashboards/grafana/provisioning/dashboards/linggong.yaml'))
  const plugin: { id: string; routes: { headers: { content: string }[] }[] } = JSON.parse(read('dashboards/grafana/plugin/src/plugin.json'))
  const [source] = sources.datasources

  it('has the data source the panels ask, of our own plug-in', () => {
    expect(source?.type).toBe(plugin.id)
    for (const name of BOARD_NAMES) {
      const { templating }: { templating: { list: { type: string; query: string; current: { value: string } }[] } } = JSON.parse(
        read(`dashboards/grafana/dashboards/${name}.json`),
      )
      expect(templating.list[0]).toMatchObject({ type: 'datasource', query: plugin.id, current: { value: source?.uid } })
    }
  })

  it('may load that plug-in without a signature, and no other, and finds it where it is mounted', () => {
    expect(grafana?.environment).toMatchObject({ GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS: plugin.id })
    expect(grafana?.volumes).toContain(`./dashboards/grafana/plugin/dist:/var/lib/grafana/plugins/${plugin.id}:ro`)
    expect(grafana?.healthcheck?.test.at(-1)).toContain(`test -f /var/lib/grafana/plugins/${plugin.id}/module.js`)
  })

  it('fetches nothing from elsewhere at its start', () => {
    expect(grafana?.environment).toMatchObject({
      GF_PLUGINS_PREINSTALL_DISABLED: 'true',
      GF_PLUGINS_PREINSTALL_AUTO_UPDATE: 'false',
      GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
    })
  })

  it('gets its token from the environment, by the name under which the plug-in asks for it', () => {
    expect(source?.secureJsonData).toEqual({ token: '$STATS_TOKEN' })
    expect(plugin.routes.map(({ headers }) => headers.map(({ content }) => content))).toEqual([['Bearer {{ .SecureJsonData.token }}']])
    expect(grafana?.environment).toHaveProperty('STATS_TOKEN')
  })

  it('finds the dashboards where they are mounted', () => {
    const path = dashboards.providers[0]?.options.path
    expect(grafana?.volumes).toContain(`./dashboards/grafana/dashboards:${path}:ro`)
    expect(grafana?.environment?.['GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH']).toBe(`${path}/overview.json`)
  })
})

describe('the image', () => {
  it('runs the version of Node the project pins', () => {
    const { devDependencies }: { devDependencies: Record<string, string> } = JSON.parse(read('package.json'))
    expect(read('Dockerfile')).toContain(`FROM node:${devDependencies['node']}-slim\n`)
  })

  it('knows every workspace of the lock file', () => {
    const { workspaces }: { workspaces: string[] } = JSON.parse(read('package.json'))
    for (const workspace of workspaces) expect(read('Dockerfile')).toContain(`COPY ${workspace}/package.json ${workspace}/\n`)
  })

  it('takes no secret and no data along', () => {
    const ignored = read('.dockerignore').split('\n')
    for (const path of ['.env', '.env.*', 'data', '.git']) expect(ignored).toContain(path)
  })
})

/** The Compose that is here: Docker's own plug-in or Debian's docker-compose. */
const COMPOSE = [['docker', 'compose'], ['docker-compose']].find(
  ([command = '', ...args]) => spawnSync(command, [...args, 'version']).status === 0,
)
if (COMPOSE === undefined) {
  process.stderr.write('!!! SKIPPED: docker-compose config: docker-compose is missing. To get it: apt-get install docker-compose\n')
}
const describeWithCompose = COMPOSE === undefined ? describe.skip : describe

describeWithCompose('docker-compose config', () => {
  const config = (env: Readonly<Record<string, string>>) => {
    const [command = '', ...args] = COMPOSE ?? []
    const cwd = new URL('../..', import.meta.url)
    return spawnSync(command, [...args, 'config', '--quiet'], { cwd, encoding: 'utf8', env: { PATH: process.env['PATH'], ...env } })
  }
  const all = Object.fromEntries(NEEDED.map((name) => [name, FILLED_IN]))

  it('is content when everything is filled in', () => {
    expect(config(all)).toMatchObject({ status: 0, stderr: '' })
  })

  it('says what is missing when nothing is filled in', () => {
    const { status, stderr } = config(Object.fromEntries(NEEDED.map((name) => [name, ''])))
    expect(status).not.toBe(0)
    expect(stderr).toContain('see .env.example')
  })
})
