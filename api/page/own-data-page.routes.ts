import type { FileAnswer } from '../contract/file-answer.ts'
import type { PersonId } from '../core/id.ts'
import type { Result } from '../core/result.ts'
import type { Mount } from '../http/mounts.ts'
import type { Log } from '../log.ts'
import type { PageAnswer } from './answer-page.ts'
import { html } from './html.ts'
import { OWN_DATA_COPY as COPY } from './own-data-copy.ts'
import { framePage } from './page-frame.ts'
import type { PageLinks } from './page-links.ts'
import { createPageMount, type MountAnswer, type PageRequest } from './page-mount.routes.ts'
import { button, wayBack } from './page-parts.ts'

export const OWN_DATA_PATH = '/my-data'

export interface OwnDataPageParts {
  readonly links: Pick<PageLinks, 'find'>
  readonly maskedNameOf: (person: PersonId) => Promise<string>
  /** Written down before anything is read. */
  readonly exportOf: (person: PersonId) => Promise<Result<FileAnswer>>
  readonly log: Log
  /** Where the chat is, when it is a page too. */
  readonly chatUrl?: string | undefined
}

const CODE = /^[\w-]{1,64}$/

/** `/my-data/CODE` says what there is to take; its button takes it. A chat app that only looks at the address takes nothing. */
export function createOwnDataPage({ links, maskedNameOf, exportOf, log, chatUrl }: OwnDataPageParts): Mount {
  const back = wayBack({ chatUrl, words: COPY.back, byHand: COPY.backByHand })
  const gone: PageAnswer = { status: 404, page: framePage({ title: COPY.goneTitle, main: html`<p>${COPY.gone}</p>${back}` }) }

  async function show(person: PersonId, code: string): Promise<PageAnswer> {
    const main = html`<p>${COPY.forWhom(await maskedNameOf(person))}</p><p>${COPY.what}</p><p class="alarm">${COPY.care}</p>
${button({ action: `${OWN_DATA_PATH}/${code}`, words: COPY.download })}<p class="faint">${COPY.inBrowser}</p>${back}`
    return { status: 200, page: framePage({ title: COPY.title, main }) }
  }

  async function answer({ method, path }: PageRequest): Promise<MountAnswer | undefined> {
    if (!CODE.test(path)) return undefined
    const link = await links.find('own-data', path)
    if (link === undefined) return gone
    if (method === 'GET') return show(link.person, path)
    const file = await exportOf(link.person)
    return file.ok ? { file: file.value } : gone
  }

  return createPageMount({ prefix: OWN_DATA_PATH, answer, log })
}
