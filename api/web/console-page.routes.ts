import type { Mount } from '../http/mounts.ts'
import type { Log } from '../log.ts'
import { html } from '../page/html.ts'
import { WEB_COPY } from './web-copy.ts'
import { frameWeb } from './web-frame.ts'
import { createWebMount } from './web-mount.routes.ts'

export const CONSOLE_PATH = '/console'

interface ConsolePageParts {
  readonly places: { readonly name: string; readonly townships: readonly string[] }
  readonly log: Log
}

/** The page that the people of the hall and of the stations work on. Nothing of anybody is in it: all that it shows its script asks the API for. */
export const createConsolePage = ({ places: { name, townships }, log }: ConsolePageParts): Mount =>
  createWebMount({
    prefix: CONSOLE_PATH,
    log,
    async answer({ method, path }) {
      if (method !== 'GET' || path !== '') return undefined
      const given = { county: name, townships }
      const body = html`<main class="door"><h1>${name}${WEB_COPY.consoleTitle}</h1><p>${WEB_COPY.consoleWaits}</p><noscript><p>${WEB_COPY.consoleNoScript}</p></noscript></main>`
      return { status: 200, page: frameWeb({ title: WEB_COPY.consoleTitle, styles: ['base', 'console'], script: 'console', body, given }) }
    },
  })
