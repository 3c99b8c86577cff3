import type { EXPORT_FILES } from '@linggong/api/own-data/export-copy.ts'

/** What a collection seals with: the county's keys, a person's own, or nothing, because it holds nothing of anybody. */
type SealedBy = 'county' | 'person' | 'nothing'
/** What becomes of it when somebody is forgotten. `own`: removed with him. `others`: stays, under an id that says of nobody who he was. */
type Erased = 'own' | 'others' | 'soon' | 'nobody'
/**
 * Which file of the archive of his own data tells of it; or why none does. `secret`: a code, an address or a count of tries that lives for minutes.
 * `soon`: his own words in the chat, gone within days. `after`: what is left of somebody who is forgotten, and asks no more. `public`: stands in
 * a public register. `work`: what the county means to do, said to him by a notice once it is done. `counts`: what is counted, under a mark.
 */
type Told = keyof typeof EXPORT_FILES | 'secret' | 'soon' | 'after' | 'public' | 'work' | 'counts' | 'nobody'

/**
 * Every collection there is. Whoever adds one says here how it is sealed, so that keys can be rotated, what becomes of it when somebody is
 * forgotten, and where he finds it in the archive of his own data (`soon`: nobody can tell whose it is, and it goes by itself within days; `nobody`: no person is in it).
 */
export const COLLECTIONS: Readonly<Record<string, readonly [SealedBy, Erased, Told]>> = {
  people: ['county', 'own', 'person'],
  formerPeople: ['nothing', 'others', 'after'],
  keptIdentities: ['county', 'others', 'after'],
  licences: ['person', 'own', 'licences'],
  licencePictures: ['person', 'own', 'licences'],
  bindingCodes: ['nothing', 'own', 'secret'],
  helperCodes: ['nothing', 'own', 'secret'],
  identityTries: ['nothing', 'own', 'secret'],
  pageLinks: ['nothing', 'own', 'secret'],
  sessions: ['county', 'own', 'soon'],
  messages: ['county', 'soon', 'soon'],
  creditLines: ['nothing', 'own', 'credit'],
  conducts: ['nothing', 'own', 'repute'],
  reputes: ['nothing', 'own', 'repute'],
  ties: ['nothing', 'own', 'ties'],
  companies: ['nothing', 'others', 'companies'],
  companyPictures: ['county', 'nobody', 'public'],
  jobs: ['nothing', 'others', 'taken'],
  policies: ['nothing', 'others', 'policies'],
  notices: ['nothing', 'others', 'told'],
  charges: ['nothing', 'others', 'wages'],
  entries: ['nothing', 'others', 'wages'],
  payments: ['nothing', 'others', 'wages'],
  payouts: ['nothing', 'others', 'payouts'],
  paymentNotifications: ['nothing', 'nobody', 'nobody'],
  timers: ['nothing', 'others', 'work'],
  auditRows: ['nothing', 'others', 'access'],
  alerts: ['nothing', 'others', 'work'],
  staffTasks: ['nothing', 'others', 'work'],
  staffAccounts: ['county', 'nobody', 'nobody'],
  staffInvitations: ['county', 'nobody', 'nobody'],
  staffContactCodes: ['nothing', 'nobody', 'nobody'],
  staffSessions: ['nothing', 'nobody', 'nobody'],
  staffTries: ['nothing', 'nobody', 'nobody'],
  staffApprovals: ['nothing', 'others', 'work'],
  statisticsMonths: ['nothing', 'nobody', 'nobody'],
  statisticsFrozenMonths: ['nothing', 'nobody', 'nobody'],
  statisticsCounted: ['nothing', 'others', 'nobody'],
  statisticsSubjects: ['nothing', 'others', 'counts'],
}
