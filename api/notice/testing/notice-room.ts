import { assert } from '../../core/assert.ts'
import { asId, type ContactId, type PersonId } from '../../core/id.ts'
import type { Job } from '../../core/job/job.ts'
import type { Tell } from '../../core/notice/notices.ts'
import type { OwnTell } from '../../core/notice/own-notices.ts'
import { anOpenJob, CAI, CHEN, LIAO, NOW } from '../../core/testing/builders.ts'
import { granted } from '../../core/testing/outcome.ts'
import { openCounty } from '../../job/testing/open-county.ts'
import { NOTHING_KNOWN } from '../../repute/testing/nothing-known.ts'
import { fileNotice } from '../file-notice.ts'
import { fileOwnNotice } from '../file-own-notice.ts'
import { type Notice, notices } from '../notice.collection.ts'
import { createNoticeRoutes } from '../notice.routes.ts'

const CONTACTS: ReadonlyMap<PersonId, ContactId> = new Map([
  [CAI, asId<'contact'>('wx1/cai')],
  [LIAO, asId<'contact'>('wx1/liao')],
])
const caller = { role: 'bot', contact: '', key: 'k', county: '350428' } as const
const of = (id: string) => ({ params: { id }, query: {}, body: {}, caller })

/** Notices about the jobs of a county (one open job unless told) with a clock of the test's own. Cai and Liao are reached by chat, Chen by none. */
export async function aNoticeRoom(...filed: readonly Job[]) {
  const county = openCounty()
  for (const job of filed.length > 0 ? filed : [anOpenJob()]) await county.file(job)
  const clock = { at: NOW, now: () => clock.at }
  const handed: string[] = []
  const ports = { ...county, clock, hand: ({ id }: Pick<Notice, 'id' | 'person'>) => void handed.push(id) }
  const routes = createNoticeRoutes({
    ...ports,
    ...NOTHING_KNOWN,
    async reachOf(person) {
      const contact = CONTACTS.get(person)
      return contact && { contact }
    },
    contactBefore: async () => undefined,
  })
  const all = async (): Promise<readonly Notice[]> => {
    const states = ['waiting', 'sent'].map((state) =>
      county.store.find(notices, { index: 'waiting', county: county.county, equals: { state }, limit: 1000 }),
    )
    return (await Promise.all(states)).flatMap(({ docs }) => docs)
  }
  return {
    ...ports,
    handed,
    all,
    file: (tell: Tell, { cause = 'cause', job = 'job-1' } = {}) => fileNotice(ports, cause, asId<'job'>(job), tell),
    fileOwn: (tell: OwnTell, cause = 'cause') => fileOwnNotice(ports, cause, tell),
    /** The only notice there is, as the bot opens it. */
    async opened() {
      const [notice] = await all()
      const opened = granted(await routes.openNotice(of(notice?.id ?? '')))
      assert('job' in opened, 'the notice is about a job')
      return opened
    },
    open: (id: string) => routes.openNotice(of(id)),
    sent: (id: string) => routes.noticeSent(of(id)),
  }
}

export const MARKET = { market: true } as const
export const TO_CAI = { person: CAI }
export const TO_LIAO = { person: LIAO }
export const TO_CHEN = { person: CHEN }
