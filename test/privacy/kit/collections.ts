/** What a collection seals with: the county's keys, a person's own, or nothing, because it holds nothing of anybody. */
type SealedBy = 'county' | 'person' | 'nothing'
/** What becomes of it when somebody is forgotten. `own`: removed with him. `others`: stays, under an id that says of nobody who he was. */
type Erased = 'own' | 'others' | 'soon' | 'nobody'

/**
 * Every collection there is. Whoever adds one says here how it is sealed, so that keys can be rotated, and what becomes of it when somebody is
 * forgotten (`soon`: nobody can tell whose it is, and it goes by itself within days; `nobody`: no person is in it).
 */
export const COLLECTIONS: Readonly<Record<string, readonly [SealedBy, Erased]>> = {
  people: ['county', 'own'],
  formerPeople: ['nothing', 'others'],
  keptIdentities: ['county', 'others'],
  licences: ['person', 'own'],
  licencePictures: ['person', 'own'],
  bindingCodes: ['nothing', 'own'],
  helperCodes: ['nothing', 'own'],
  identityTries: ['nothing', 'own'],
  pageLinks: ['nothing', 'own'],
  sessions: ['county', 'own'],
  messages: ['county', 'soon'],
  creditLines: ['nothing', 'own'],
  conducts: ['nothing', 'own'],
  reputes: ['nothing', 'own'],
  ties: ['nothing', 'own'],
  companies: ['nothing', 'others'],
  companyPictures: ['county', 'nobody'],
  jobs: ['nothing', 'others'],
  policies: ['nothing', 'others'],
  notices: ['nothing', 'others'],
  charges: ['nothing', 'others'],
  entries: ['nothing', 'others'],
  payments: ['nothing', 'others'],
  payouts: ['nothing', 'others'],
  paymentNotifications: ['nothing', 'nobody'],
  timers: ['nothing', 'others'],
  auditRows: ['nothing', 'others'],
  alerts: ['nothing', 'others'],
  staffTasks: ['nothing', 'others'],
  staffAccounts: ['county', 'nobody'],
  staffInvitations: ['county', 'nobody'],
  staffContactCodes: ['nothing', 'nobody'],
  staffSessions: ['nothing', 'nobody'],
  staffTries: ['nothing', 'nobody'],
  staffApprovals: ['nothing', 'others'],
  statisticsMonths: ['nothing', 'nobody'],
  statisticsFrozenMonths: ['nothing', 'nobody'],
  statisticsCounted: ['nothing', 'others'],
  statisticsSubjects: ['nothing', 'others'],
}
