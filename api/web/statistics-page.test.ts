import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { personRegistered } from '../core/statistics/testing/events.ts'
import { aStaffActor } from '../core/testing/staff.ts'
import { createAuthenticate } from '../http/authenticate.ts'
import { createFiguresPass } from '../http/figures-pass.ts'
import { COUNTY, cookieOf, listeningLog, SESSIONS, startFake, TOKENS } from '../http/testing/fake-county.ts'
import { createFolder } from '../statistics/folder.ts'
import { statisticsHandlers } from '../statistics/statistics.routes.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { createStatisticsPage } from './statistics-page.routes.ts'

/** Of the page as it travels: a few round trips on a bad line. */
const FIRST_ANSWER_BYTES_MAX = 30_000

const NOW = Temporal.Instant.from('2026-11-23T07:30:00+08:00')
const PLACES = { adcode: COUNTY, name: '将乐县', townships: ['古镛镇', '高唐镇'], trades: ['搬运</script>'] }

const STAFF = new Map([
  [SESSIONS.hall, aStaffActor({ roles: ['station-operator'], scope: { kind: 'station', township: '高唐镇', station: '常口村' } })],
  [SESSIONS.admin, aStaffActor({ roles: ['system-admin'] })],
])
const findStaff = async (token: string) => STAFF.get(token)

const store = openSqlite({ file: ':memory:' })
const { log, lines } = listeningLog()
let refused = 0
let fake: Awaited<ReturnType<typeof startFake>>

beforeAll(async () => {
  const { seeOverview, queryMetric } = statisticsHandlers({ store, clock: { now: () => NOW }, maySeeSmall: () => false, places: PLACES })
  await createFolder(store)(
    ['高唐镇', '古镛镇'].flatMap((township, at) =>
      Array.from({ length: 7 + at }, (_, n) => personRegistered({ of: `${township}${n}`, at: '2026-11-02T10:00:00+08:00', township })),
    ),
  )
  const page = createStatisticsPage({
    authenticate: createAuthenticate({ tokens: TOKENS, county: COUNTY, findStaff, secure: false }),
    pass: createFiguresPass({ token: TOKENS.statistics, secure: false }),
    rateLimit: {
      async takeRefused() {
        refused += 1
        return { ok: true, value: true }
      },
    },
    ...{ seeOverview, queryMetric, places: PLACES, log },
  })
  fake = await startFake({ mounts: [page] })
})
afterAll(async () => {
  await fake.server.stop()
  await store.close()
})

const get = (path: string, cookie = '') => fetch(`${fake.url}/statistics${path}`, { redirect: 'manual', headers: { cookie } })
const post = (path: string, token: string, origin = fake.url) =>
  fetch(`${fake.url}/statistics${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token }),
  })

const enter = async (): Promise<string> => (await post('/enter', TOKENS.statistics)).headers.get('set-cookie')?.split(';', 1)[0] ?? ''
const givenIn = (page: string) => JSON.parse(page.match(/<script type="application\/json" id="given">(.*?)<\/script>/s)?.[1] ?? 'null')

describe('the page of figures', () => {
  it('shows nobody a figure who may not see it, and asks who he is', async () => {
    for (const cookie of ['', cookieOf(SESSIONS.nobody), cookieOf(SESSIONS.admin), 'linggong-figures=wrong']) {
      const answer = await get('', cookie)
      const page = await answer.text()
      expect([answer.status, givenIn(page)]).toEqual([401, { kind: 'sign-in', wasWrong: false }])
      expect(page).not.toContain('class="tile"')
    }
  })

  it('has its numbers in what is answered first: nothing but its style is waited for before they are seen', async () => {
    const page = await (await get('', await enter())).text()
    const first = page.indexOf('<b>15</b>')
    expect([first > 0, first < page.indexOf('id="given"')]).toEqual([true, true])
    const scripts = [...page.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
    expect(scripts.length).toBeGreaterThan(1)
    for (const tag of scripts) expect(tag).toMatch(/type="(?:module|application\/json)"/)
    /** No chart's script is asked for by the page itself. */
    expect(scripts.filter((tag) => tag.includes(' src=')).map((tag) => tag.match(/src="([^"]+)"/)?.[1])).toEqual(['/web/statistics.js'])
    expect(page.match(/<link[^>]+rel="(?:stylesheet|preload|modulepreload)"/g)?.length).toBeLessThanOrEqual(3)
    expect(gzipSync(page).length).toBeLessThanOrEqual(FIRST_ANSWER_BYTES_MAX)
  })

  it('lets in who shows the token once, by a cookie, and out again', async () => {
    const answer = await post('/enter', TOKENS.statistics)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/statistics'])
    const seen = await get('', await enter())
    expect(seen.status).toBe(200)
    expect((await post('/leave', '')).headers.get('set-cookie')).toMatch(/^linggong-figures=; Path=\/; Max-Age=0/)
  })

  it('counts a wrong token and gives nothing for it', async () => {
    const before = refused
    const answer = await post('/enter', 'wrong')
    expect([answer.status, answer.headers.get('set-cookie'), refused]).toEqual([401, null, before + 1])
    expect(givenIn(await answer.text())).toEqual({ kind: 'sign-in', wasWrong: true })
  })

  it('takes a form from its own pages alone', async () => {
    expect((await post('/enter', TOKENS.statistics, 'http://evil.example')).status).toBe(403)
    expect((await post('/enter', TOKENS.statistics, 'null')).status).toBe(403)
  })

  it('tells the figures before any script runs, and gives them to the script', async () => {
    const page = await (await get('', await enter())).text()
    expect(page).toContain('<span class="tile-name">登记劳动者</span><span class="tile-figure"><b>15</b><i>人</i></span>')
    expect(page).toContain('将乐县 · 2026年11月')
    expect(page).toContain('数据截至 2026-11-02 10:00')
    expect(page).toContain('超过一天没有新数据')
    expect(page.match(/class="tile"/g)).toHaveLength(12)
    const given = givenIn(page)
    expect(given.overview.figures.find(({ metric }: { metric: { id: string } }) => metric.id === 'workers_total').now.value).toBe(15)
    /** What is data ends no element. */
    expect([given.trades, page.match(/<\/script>/g)?.length]).toEqual([['搬运</script>'], 2])
  })

  it('says no token and runs nothing but its own script', async () => {
    const answer = await get('', await enter())
    const page = await answer.text()
    expect(page + JSON.stringify([...answer.headers])).not.toContain(TOKENS.statistics)
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(answer.headers.get('content-security-policy')).not.toMatch(/unsafe|https?:/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(page).not.toMatch(/<script(?! type="(module" src="\/web\/statistics\.js"|application\/json" id="given")>)/)
    expect(page).not.toMatch(/ style="|onclick|https?:\/\/(?!www\.w3\.org)/)
  })

  it('shows what its address asks for, and itself where that is no question', async () => {
    const cookie = await enter()
    const page = await (await get('?by=day&at=2026-11-02&region=%E5%8F%A4%E9%95%9B%E9%95%87&metric=fill_rate', cookie)).text()
    expect(page).toContain('将乐县 古镛镇 · 2026年11月2日')
    for (const search of ['?by=century', '?at=2026-12-01', '?at=x', '?by=day&by=week&at=1900-01-01']) {
      const answer = await get(search, cookie)
      expect([search, answer.status, answer.headers.get('location')]).toEqual([search, 303, '/statistics'])
    }
  })

  it('shows who works for a station its township, and no other', async () => {
    const cookie = cookieOf(SESSIONS.hall)
    const page = await (await get('', cookie)).text()
    expect(page).toContain('将乐县 高唐镇 · 2026年11月')
    expect(givenIn(page)).toMatchObject({ viewer: 'staff', isWholeCounty: false, townships: ['高唐镇'] })
    expect((await get('?region=%E5%8F%A4%E9%95%9B%E9%95%87', cookie)).status).toBe(303)
  })

  it('prints a month with its figures, its tables and what each figure counts', async () => {
    const page = await (await get('/report?at=2026-11-15', await enter())).text()
    expect(page).toContain('<h1>将乐县零工市场统计月报</h1>')
    expect(page).toContain('2026年11月')
    expect(page).toContain('本月未完，和上月同样天数相比')
    expect(page).toContain('<th scope="row">登记劳动者</th><td>15人</td>')
    /** Of both townships, the fuller one first. */
    expect(page).toMatch(/<th scope="row">古镛镇<\/th><td>8人<\/td>.*\n<tr><th scope="row">高唐镇<\/th><td>7人<\/td>/)
    expect(page).toContain('每人只计一次')
    expect(page).toMatch(/下列指标还没有数据来源，不以0代替。<\/p><p>困难人员上岗、/)
    expect(page).not.toMatch(/ style="|<script(?! type="module" src="\/web\/report\.js")/)
  })

  it('prints for who works for a station his township alone', async () => {
    const page = await (await get('/report', cookieOf(SESSIONS.hall))).text()
    expect(page).toContain('<h1>将乐县高唐镇零工市场统计月报</h1>')
    expect(page).toContain('您的账号只看本乡镇')
    expect(page).not.toContain('古镛镇')
    expect((await get('/report')).status).toBe(401)
    expect((await get('/report?at=2027-01-01', await enter())).headers.get('location')).toBe('/statistics/report')
  })

  it('has no other pages', async () => {
    expect((await get('/elsewhere')).status).toBe(404)
    expect((await fetch(`${fake.url}/statistics`, { method: 'DELETE' })).status).toBe(405)
    expect(lines.join('')).not.toContain(TOKENS.statistics)
  })
})
