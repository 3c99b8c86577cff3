import type { PersonId } from '../core/id.ts'
import type { Result } from '../core/result.ts'
import type { Mount } from '../http/mounts.ts'
import type { Log } from '../log.ts'
import type { PageAnswer } from './answer-page.ts'
import type { PageLink } from './link.collection.ts'
import type { PageLinks } from './page-links.ts'
import { createPageMount, type PageRequest } from './page-mount.routes.ts'
import { readUpload } from './read-upload.ts'
import { isUploadFault, isUploadOutcome, type UploadFault, type UploadOutcome, uploadOutcomePage, uploadPage } from './upload-page.ts'

export const UPLOAD_PATH = '/upload'

export interface UploadPageParts {
  readonly links: Pick<PageLinks, 'find' | 'use'>
  /** Takes the picture in under the address, so that the same address sends one picture however often it is sent. */
  readonly upload: (sent: {
    readonly person: PersonId
    readonly cert: string
    readonly picture: Uint8Array
    readonly cause: string
  }) => Promise<Result<unknown>>
  readonly maskedNameOf: (person: PersonId) => Promise<string>
  readonly licenceNames: readonly string[]
  readonly log: Log
  /** Where the chat is, when it is a page too. */
  readonly chatUrl?: string | undefined
}

const CODE = /^[\w-]{1,64}$/
const ENDS = 'end/'
const FAULT = '/again/'
const end = (outcome: UploadOutcome): PageAnswer => ({ goTo: `${UPLOAD_PATH}/${ENDS}${outcome}` })
const again = (code: string, fault: UploadFault): PageAnswer => ({ goTo: `${UPLOAD_PATH}/${code}${FAULT}${fault}` })

/** `/upload/CODE` takes one picture of a paper from whom the address was given to; a picture that will not do may be tried again. */
export function createUploadPage(parts: UploadPageParts): Mount {
  const { links, licenceNames, chatUrl } = parts
  const gone: PageAnswer = { status: 404, page: uploadOutcomePage('gone', chatUrl) }

  async function ask({ person, cert }: PageLink, code: string, fault: string | undefined): Promise<PageAnswer> {
    const name = await parts.maskedNameOf(person)
    const wrong = fault !== undefined && isUploadFault(fault) ? { fault } : {}
    return { status: 200, page: uploadPage({ action: `${UPLOAD_PATH}/${code}`, name, cert, licenceNames, ...wrong }) }
  }

  async function take(link: PageLink, code: string, { request }: PageRequest): Promise<PageAnswer> {
    const read = await readUpload(request)
    if (read.state !== 'read') return again(code, read.state)
    const sent = await parts.upload({ person: link.person, cert: link.cert ?? read.cert, picture: read.picture, cause: link.id })
    if (!sent.ok) return whatIsWrong(code, sent.refusal)
    await links.use('upload', code)
    return end('sent')
  }

  function whatIsWrong(code: string, refusal: string): PageAnswer {
    if (refusal === 'picture-known') return end('known')
    if (refusal === 'too-many-licences') return end('too-many')
    return again(code, isUploadFault(refusal) ? refusal : 'try-again')
  }

  async function answer(asked: PageRequest): Promise<PageAnswer | undefined> {
    const { method, path } = asked
    const outcome = path.startsWith(ENDS) ? path.slice(ENDS.length) : ''
    if (method === 'GET' && isUploadOutcome(outcome)) return { status: 200, page: uploadOutcomePage(outcome, chatUrl) }
    const [code = '', fault] = path.split(FAULT)
    if (!CODE.test(code)) return undefined
    const link = await links.find('upload', code)
    if (link === undefined) return gone
    return method === 'GET' ? ask(link, code, fault) : take(link, code, asked)
  }

  return createPageMount({ prefix: UPLOAD_PATH, answer, log: parts.log })
}
