import { stepAt, totpCode } from '@linggong/api/core/staff/totp.ts'
import { createServer } from '@linggong/api/http/create-server.ts'
import { listeningLog, TOKENS } from '@linggong/api/http/testing/fake-county.ts'
import { stepMacOf } from '@linggong/api/staff/second-factor.ts'
import { openWebScripts } from '@linggong/api/start-web-scripts.ts'
import { createConsolePage } from '@linggong/api/web/console-page.routes.ts'
import { createWebFiles } from '@linggong/api/web/web-files.routes.ts'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import type { Page } from 'playwright-core'
import { aCounty } from '../../kit/a-county.ts'
import { SEATED_PASSWORD, SEATED_SECRET, type Seat, seatStaff } from '../../kit/seat-staff.ts'

const STEP = { seconds: 30 }

/** A whole county on a port, with the console of its staff and a clock of the test's own. */
export async function shownConsole() {
  const { log, lines } = listeningLog()
  const town = await aCounty({ log })
  const scripts = openWebScripts(log)
  const mounts = [createWebFiles(scripts.files), createConsolePage({ places: COUNTY, log })]
  const { dispatcher, findStaff } = town.county
  const server = createServer({ dispatcher, findStaff, tokens: TOKENS, county: COUNTY.adcode, log, mounts })
  const port = await server.listen(0, '127.0.0.1')

  /** What an app shows now; a code is good once, so the next one is waited for. */
  function codeOf(secret = SEATED_SECRET): string {
    town.clock.at = town.clock.at.add(STEP)
    return totpCode(stepMacOf(secret)(stepAt(town.clock.at)))
  }

  return {
    town,
    lines,
    url: `http://127.0.0.1:${port}/console`,
    codeOf,
    /** Signs somebody in by what he types. */
    async signIn(page: Page, seat: Seat): Promise<void> {
      await seatStaff(town.county.staff, seat)
      await page.getByLabel('工作账号').fill(seat.login)
      await page.getByLabel('密码').fill(SEATED_PASSWORD)
      await page.getByLabel('动态码').fill(codeOf())
      await page.getByRole('button', { name: '登录', exact: true }).click()
      await page.getByRole('heading', { name: '今天要办的' }).waitFor()
    },
    async stop(): Promise<void> {
      await server.stop()
      scripts.stop()
      await town.stop()
    },
  }
}
export type ShownConsole = Awaited<ReturnType<typeof shownConsole>>
