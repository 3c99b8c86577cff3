import { type BrowserContextOptions, chromium } from 'playwright-core'
import { chromium as chromiumPath } from '../../../scripts/system-needs.mjs'

/** Nothing that reaches for the network or the graphics card of the machine. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-lcd-text',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Long enough for a machine with other things to do; only what hangs is ended by it. */
const PATIENCE_MS = 60_000

export const PHONE_SIZED = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
/** For pictures, which may be given a style of their own. */
export const DESK_SIZED = { viewport: { width: 1280, height: 800 }, bypassCSP: true }

type Screen = BrowserContextOptions

/** A browser whose pages remember nothing of each other, and what any of them complained about. */
export async function openBrowser() {
  const browser = await chromium.launch({ executablePath: chromiumPath() ?? '', args: ARGUMENTS })
  const complaints: string[] = []

  return {
    complaints,
    async page(url: string, screen: Screen) {
      const context = await browser.newContext(screen)
      context.setDefaultTimeout(PATIENCE_MS)
      const page = await context.newPage()
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('console', (message) => message.text().includes('Content Security Policy') && complaints.push(message.text()))
      await page.goto(url)
      return page
    },
    close: () => browser.close(),
  }
}

export type OpenBrowser = Awaited<ReturnType<typeof openBrowser>>
