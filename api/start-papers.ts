import type { Audited } from './audit/audit.ts'
import { companies } from './company/company.collection.ts'
import { createCompanyRoutes } from './company/company.routes.ts'
import { createCompanySubscribers, createCompanyTasks } from './company/company.tasks.ts'
import { createStaffCompanyRoutes } from './company/staff-company.routes.ts'
import { HALF_YEARLY, whyNotPublish } from './core/company/company.ts'
import type { PersonId } from './core/id.ts'
import type { Poster } from './core/job/poster.ts'
import { LIMIT } from './core/limit.ts'
import type { OwnTell } from './core/notice/own-notices.ts'
import { triesLeft } from './core/person/identity-tries.ts'
import { refuse } from './core/result.ts'
import type { OpenStaffTask } from './core/staff-task/staff-task.ts'
import { companyTriesId, countTry, type TriesPorts } from './person/count-identity-tries.ts'
import { identityTries } from './person/identity-tries.collection.ts'
import { licences } from './person/licence.collection.ts'
import { createLicenceRoutes } from './person/licence.routes.ts'
import { createLicenceSubscribers, createLicenceTasks } from './person/licence.tasks.ts'
import type { Timers } from './schedule/timers.ts'
import type { CountySettings } from './start-county-parts.ts'
import type { Editor } from './store/editor.ts'
import type { Once } from './store/once.ts'
import type { Store } from './store/port.ts'
import { randomDigits } from './vault/digest.ts'

export interface PapersParts extends TriesPorts {
  readonly store: Store
  readonly editor: Editor
  readonly county: string
  readonly timers: Pick<Timers, 'set'>
  readonly audited: Audited
  readonly settings: Pick<CountySettings, 'licenceNames' | 'skillPapers' | 'companyChecks'>
  readonly openTask: OpenStaffTask
  readonly tell: (cause: string, tell: OwnTell) => Promise<void>
}

/** What people show papers for, and a second person looks at: licences of workers, companies of employers. */
export function startPapers({ settings, ...parts }: PapersParts) {
  const { store, county, vault, clock } = parts
  const periods = settings.companyChecks ?? HALF_YEARLY
  const triesOf = (contact: string): string => companyTriesId(vault, contact)
  const left = (tries: Parameters<typeof triesLeft>[0]): number => triesLeft(tries, clock.now(), LIMIT.bindingCodeTries)
  const companyParts = {
    ...parts,
    periods,
    newCode: () => randomDigits(LIMIT.bindingCodeDigits),
    wrongCodesLeft: async (contact: string) => left(await store.get(identityTries, county, triesOf(contact))),
    countWrongCode: async (contact: string, call: Once) => left(await countTry(parts, triesOf(contact), call)),
  }

  return {
    collections: [licences, companies],
    subscribers: [...createLicenceSubscribers(parts), ...createCompanySubscribers(companyParts)],
    tasks: { ...createLicenceTasks(parts), ...createCompanyTasks(companyParts) },
    handlers: {
      ...createLicenceRoutes({ ...parts, licenceNames: settings.licenceNames, skillPapers: settings.skillPapers }),
      ...createCompanyRoutes(companyParts),
      ...createStaffCompanyRoutes(companyParts),
    },
    /** The "no" to publishing in somebody's name. */
    async whyNotFor(poster: Poster, person: PersonId, now: Temporal.Instant) {
      if (poster.kind === 'household') return undefined
      const company = await store.get(companies, county, poster.company)
      return company === undefined ? refuse('company-not-approved') : whyNotPublish(company, { person, now, periods })
    },
  }
}
