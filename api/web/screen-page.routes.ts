import type { Board } from '../contract/hall.contract.ts'
import type { Clock } from '../core/clock.ts'
import type { Mount } from '../http/mounts.ts'
import type { Log } from '../log.ts'
import { html } from '../page/html.ts'
import { qrDrawing } from '../page/qr-drawing.ts'
import { WEB_COPY } from './web-copy.ts'
import { frameWeb } from './web-frame.ts'
import { createWebMount } from './web-mount.routes.ts'

export const SCREEN_PATH = '/screen'

export interface ScreenPageParts {
  readonly seeBoard: () => Promise<Board>
  /** What a phone reads that is held before the screen; undefined: nothing to scan. */
  readonly joinUrl: () => string | undefined
  readonly clock: Clock
  readonly log: Log
}

/** A drawing as a picture, so that a script shows it without making markup of a text. */
function codePicture(join: string | undefined): string | null {
  const drawing = join === undefined ? undefined : qrDrawing(join, WEB_COPY.join)
  return drawing === undefined ? null : `data:image/svg+xml,${encodeURIComponent(drawing.markup)}`
}

/** The screen of the hall, for everybody who stands before it. */
export const createScreenPage = ({ seeBoard, joinUrl, clock, log }: ScreenPageParts): Mount =>
  createWebMount({
    prefix: SCREEN_PATH,
    log,
    async answer({ method, path }) {
      if (method !== 'GET' || path !== '') return undefined
      const board = await seeBoard()
      const given = { first: { board, serverMs: clock.now().epochMilliseconds }, code: codePicture(joinUrl()) }
      return {
        status: 200,
        page: frameWeb({
          ...{ title: WEB_COPY.screenTitle, styles: ['screen'], script: 'screen', given },
          body: html`<h1>${board.county}${WEB_COPY.screenTitle}</h1><p>${WEB_COPY.screenWaits}</p>`,
        }),
      }
    },
  })
