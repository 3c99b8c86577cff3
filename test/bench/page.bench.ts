import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DESK_SIZED, type OpenBrowser, openBrowser, PHONE_SIZED } from '../browser/kit/browsing.ts'
import { figuresOf } from '../browser/kit/figures.ts'
import { type RunningApp, startApp } from '../browser/kit/running-app.ts'
import { type Figure, median } from './figure.ts'

const ROUNDS = 7
/** A number that says something, whether the server wrote it or a script. */
const FIRST_NUMBER = '.tile-figure b'
/** A tile that can be tapped: the scripts are there and have taken over. */
const WORKING = '.tile-pick'

interface Opened {
  readonly firstNumberMs: number
  readonly workingMs: number
  readonly scriptBytes: number
}

/** Opens an address in a page that is new to it, and says when the first number stood there and when it could be tapped. */
async function openOnce(page: Awaited<ReturnType<OpenBrowser['page']>>, url: string): Promise<Opened> {
  const began = performance.now()
  const going = page.goto(url)
  await page.locator(FIRST_NUMBER).first().waitFor()
  const firstNumberMs = performance.now() - began
  await going
  await page.locator(WORKING).first().waitFor()
  const workingMs = performance.now() - began
  const scriptBytes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, entry) => sum + ('encodedBodySize' in entry ? Number(entry.encodedBodySize) : 0), 0),
  )
  return { firstNumberMs, workingMs, scriptBytes }
}

type Screen = Parameters<OpenBrowser['page']>[1]

/** Nothing of the page is in the browser's cache; `isKnown`: whoever opens it was let in before. */
async function opening(app: RunningApp, browser: OpenBrowser, { screen, isKnown }: { screen: Screen; isKnown: boolean }): Promise<Opened> {
  const enter = `${app.url}/statistics#token=${app.figuresToken}`
  const page = await browser.page(isKnown ? enter : 'about:blank', screen)
  if (isKnown) {
    await page.locator(WORKING).first().waitFor()
    await page.goto('about:blank')
    await (await page.context().newCDPSession(page)).send('Network.clearBrowserCache')
  }
  const opened = await openOnce(page, isKnown ? `${app.url}/statistics` : enter)
  await page.context().close()
  return opened
}

export async function run(): Promise<readonly Figure[]> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'linggong-bench-'))
  const [app, browser] = await Promise.all([startApp({ dataDir }), openBrowser()])
  try {
    await figuresOf(app).whole()
    const figures: Figure[] = []
    for (const [device, screen] of [
      ['phone', PHONE_SIZED],
      ['desktop', DESK_SIZED],
    ] as const) {
      for (const [who, isKnown] of [
        ['by the printed address', false],
        ['by who was let in before', true],
      ] as const) {
        const rounds: Opened[] = []
        for (let round = 0; round < ROUNDS; round += 1) rounds.push(await opening(app, browser, { screen, isKnown }))
        const ms = (of: 'firstNumberMs' | 'workingMs') => `${Math.round(median(rounds.map((each) => each[of])))} ms`
        const worst = Math.round(Math.max(...rounds.map(({ firstNumberMs }) => firstNumberMs)))
        const kB = Math.round(median(rounds.map(({ scriptBytes }) => scriptBytes)) / 1000)
        const figure = `first number ${ms('firstNumberMs')} (worst ${worst} ms), working ${ms('workingMs')}, scripts ${kB} kB`
        figures.push({ name: `/statistics on a ${device}, ${who}`, figure })
      }
    }
    return figures
  } finally {
    await browser.close()
    await app.kill()
    await rm(dataDir, { recursive: true, force: true })
  }
}
