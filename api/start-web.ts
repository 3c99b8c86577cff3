import { COUNTY } from '@linggong/seeds/reference/county.ts'
import type { Config } from './config.ts'
import { createAuthenticate } from './http/authenticate.ts'
import { createFiguresPass } from './http/figures-pass.ts'
import type { Mount } from './http/mounts.ts'
import { createRateLimit } from './http/rate-limit.ts'
import type { Log } from './log.ts'
import type { County } from './start-county.ts'
import { systemClock } from './start-services.ts'
import { openWebScripts } from './start-web-scripts.ts'
import { createConsolePage } from './web/console-page.routes.ts'
import { createScreenPage } from './web/screen-page.routes.ts'
import { createStatisticsPage } from './web/statistics-page.routes.ts'
import { createWebFiles } from './web/web-files.routes.ts'

export interface WebParts {
  readonly config: Pick<Config, 'statsToken' | 'publicUrl' | 'hallQr' | 'simulated'>
  readonly county: Pick<County, 'handlers' | 'seeBoard' | 'findStaff'>
  /** Where the county's pages are reached. */
  readonly publicUrl: () => string
  readonly chatPath: string
  readonly log: Log
}

export interface Web {
  readonly mounts: readonly Mount[]
  /** Builds what is not built yet; to be said once everything else is up. */
  readonly begin: () => void
  readonly stop: () => void
}

/** The figures' page, the hall's screen and the console of the staff, with all that they are made of. */
export function startWeb({ config, county, publicUrl, chatPath, log }: WebParts): Web {
  const secure = config.publicUrl?.startsWith('https:') ?? false
  const token = config.statsToken
  const scripts = openWebScripts(log)
  const door = { tokens: { bot: undefined, statistics: token }, county: COUNTY.adcode, findStaff: county.findStaff, secure }
  const chatUrl = (): string | undefined => (config.simulated ? `${publicUrl()}${chatPath}` : undefined)
  return {
    mounts: [
      createWebFiles(scripts.files),
      createStatisticsPage({
        ...{ authenticate: createAuthenticate(door), pass: createFiguresPass({ token, secure }), rateLimit: createRateLimit() },
        ...{ seeOverview: county.handlers.seeOverview, queryMetric: county.handlers.queryMetric, places: COUNTY, log },
      }),
      createConsolePage({ places: COUNTY, log }),
      createScreenPage({ seeBoard: county.seeBoard, joinUrl: () => config.hallQr ?? chatUrl(), clock: systemClock, log }),
    ],
    begin: scripts.begin,
    stop: scripts.stop,
  }
}
