import type { RouteOf } from '@linggong/api/contract/routes.ts'
import { ROUTES, type RouteId } from '@linggong/api/contract/routes.ts'
import { anIdNumber } from '@linggong/api/core/person/testing/id-numbers.ts'
import type { RefusalKey } from '@linggong/api/core/refusal.ts'
import type { StaffAction } from '@linggong/api/core/staff/action.ts'
import { can, canApprove, type StaffActor } from '@linggong/api/core/staff/policy.ts'
import type { StaffRole } from '@linggong/api/core/staff/role.ts'
import { JPEG, type Neighbour } from './neighbours.ts'

/** Every route that staff may call. */
export type StaffRoute = { [Id in RouteId]: RouteOf<Id> extends { readonly action: StaffAction } ? Id : never }[RouteId]

export interface Asking {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: object
}

interface Answered {
  readonly status: number
  readonly text: string
}

/** What a route is asked for about a thing, and how it is seen that the thing was out of reach. */
export interface RightsCase {
  readonly asks: (thing: Neighbour, actor: StaffActor) => Asking
  /** Whether the policy lets somebody reach the thing; left out where a call is about no thing, and the right to the route is all there is to it. */
  readonly may?: (thing: Neighbour, actor: StaffActor) => boolean
  /** What whoever has no right to the thing hears. */
  readonly no?: RefusalKey
  /** The same where it is not heard as a refusal. */
  readonly isNo?: (answer: Answered) => boolean
}

const about = (action: StaffAction) => (thing: Neighbour, actor: StaffActor) => can(actor, action, thing.place)
/** Accounts and invitations are the county's, not a township's. */
const ofCounty = (action: StaffAction) => (thing: Neighbour, actor: StaffActor) => can(actor, action, { ...thing.place, township: '' })
const account = ({ relation, colleague }: Neighbour, actor: StaffActor): string => (relation === 'own' ? actor.id : colleague)
const nothingOf = (body: object = {}): RightsCase => ({ asks: () => ({ body }) })
const wholeCounty = (action: StaffAction, query: Readonly<Record<string, string>>): RightsCase => ({
  asks: () => ({ query }),
  may: (_thing, actor) => can(actor, action, { county: actor.county, township: '' }),
  no: 'not-allowed',
})

const CONSENT = { how: 'spoken', text: '2026-11' }
const seen = ({ card }: Neighbour) => ({ body: { ...card, cardSeen: true } })
const rights = { roles: ['official'], scope: { kind: 'county' } }
const figures = (more: Readonly<Record<string, string>>) => ({ metric: 'workers_new', from: '2026-11-01', to: '2026-11-23', ...more })
/** What has no right to a region hears so; the dashboards of one county know no region of another. */
const ofRegion = (more: Readonly<Record<string, string>> = {}): RightsCase => ({
  asks: ({ place, relation }) => ({ query: figures({ region: relation === 'other county' ? place.county : place.township, ...more }) }),
  may: about('see-figures'),
  no: 'not-allowed',
})
const answers = (thing: Neighbour, actor: StaffActor) => ({ params: { id: `asked-${thing.relation}-${actor.id}` } })
const mayAgree = ({ relation, place, colleague }: Neighbour, actor: StaffActor): boolean => {
  const scope = { kind: 'townships', townships: [place.township] } as const
  const asker = { ...place, id: relation === 'own' ? actor.id : colleague, scope }
  return canApprove(actor, 'export-files', asker)
}
const csv = ({ place }: Neighbour): string =>
  Buffer.from(`姓名,身份证号,手机号,乡镇\n王小明,${anIdNumber('19700101')},19900000001,${place.township}\n`).toString('base64')

const onPayout: RightsCase = {
  asks: ({ payout }) => ({ params: { id: payout }, body: { note: '看过了' } }),
  may: about('release-payout'),
  no: 'payout-not-found',
}

/** A call that each has a right to and must not make alone. */
const OF_HALL = { route: 'exportWageLedger', query: { from: '2026-11-01', to: '2026-11-23', full: '1' } }
const WEIGHTY: Readonly<Partial<Record<StaffRole, object>>> = {
  security: { route: 'resetStaff', params: { id: 'somebody' } },
  mediator: { route: 'settleContested', params: { number: '10008' }, body: { take: 'take-1', amountFen: 300_000 } },
}

/** One row a route: a route that has none here does not compile. */
export const RIGHTS_CASES: Readonly<Record<StaffRoute, RightsCase>> = {
  registerAtStation: {
    asks: ({ card, place: { township }, relation }) => ({
      body: {
        ...{ ...card, phone: '19900001234', roles: ['worker'], cardSeen: true, consent: CONSENT },
        township: relation === 'other county' ? '雪峰镇' : township,
      },
    }),
    may: about('register-people'),
    no: 'township-unknown',
  },
  findPerson: { asks: ({ card: { idNumber } }) => ({ body: { idNumber } }), may: about('find-people'), no: 'not-found' },
  verifyAtCounter: { asks: seen, may: about('verify-people'), no: 'not-found' },
  giveBindingCode: { asks: seen, may: about('verify-people'), no: 'not-found' },
  correctPerson: {
    asks: ({ person }) => ({ body: { who: { person }, right: { phone: '19900004321' }, cardSeen: true } }),
    may: about('correct-people'),
    no: 'not-found',
  },
  exportPerson: { asks: seen, may: about('export-people'), no: 'not-found' },
  erasePerson: { asks: seen, may: about('erase-people'), no: 'not-found' },
  importPeople: {
    asks: (thing) => ({ body: { format: 'csv', file: csv(thing), consent: CONSENT, onlyCheck: true } }),
    may: ({ place }, actor) => can(actor, 'import-people', { ...place, county: actor.county }),
    isNo: ({ text }) => text.includes('township-unknown'),
  },
  uploadLicenceFor: {
    asks: ({ person }) => ({ body: { person, cert: '电工证', picture: JPEG } }),
    may: about('add-licence'),
    no: 'not-found',
  },
  listLicences: nothingOf(),
  seeLicencePicture: { asks: ({ licence }) => ({ params: { id: licence } }), may: about('open-licence'), no: 'not-found' },
  reviewLicence: {
    asks: ({ licence }) => ({ params: { id: licence }, body: { decision: 'reject', reason: '照片不清' } }),
    may: about('review-licence'),
    no: 'not-found',
  },
  letHelpFor: {
    asks: ({ card }) => ({ body: { ...card, cardSeen: true, consent: CONSENT } }),
    may: about('verify-people'),
    no: 'not-found',
  },
  endHelperFor: { asks: ({ person }) => ({ params: { person } }), may: about('verify-people'), no: 'not-found' },
  registerCompanyFor: {
    asks: ({ person }) => ({ body: { person, name: '山门果业有限公司', creditCode: '91350428MA0000001R', picture: JPEG } }),
    may: about('add-company'),
    no: 'not-found',
  },
  listCompanies: nothingOf(),
  seeCompanyPicture: { asks: ({ company }) => ({ params: { id: company } }), may: about('open-company'), no: 'not-found' },
  reviewCompany: {
    asks: ({ company }) => ({ params: { id: company }, body: { decision: 'reject', reason: '照片不清' } }),
    may: about('review-company'),
    no: 'not-found',
  },
  addRepresentative: {
    asks: ({ company, person }) => ({ params: { id: company }, body: { person } }),
    may: about('change-representatives'),
    no: 'not-found',
  },
  endRepresentative: {
    asks: ({ company, person }) => ({ params: { id: company }, body: { person } }),
    may: about('change-representatives'),
    no: 'not-found',
  },
  settleContested: {
    asks: ({ job, take }) => ({ params: { number: job }, body: { take, amountFen: 100 } }),
    may: about('settle-pay'),
    no: 'job-not-found',
  },
  setCreditLine: { asks: ({ person }) => ({ body: { employer: person, limitFen: 0 } }), may: about('set-credit'), no: 'not-found' },
  seeConduct: { asks: ({ person }) => ({ params: { person } }), may: about('see-conduct'), no: 'not-found' },
  talkOver: { asks: ({ person }) => ({ params: { person }, body: { seen: ['no-show:x'] } }), may: about('talk-over'), no: 'not-found' },
  decideAppeal: {
    asks: ({ person }) => ({ params: { person, penalty: 'no-show:x' }, body: { lifted: false, points: 8, reason: '看过了' } }),
    may: about('decide-appeal'),
    no: 'not-found',
  },
  listHeldPayouts: nothingOf(),
  releasePayout: onPayout,
  declinePayout: onPayout,
  listMetrics: nothingOf(),
  queryMetric: ofRegion(),
  exportMetric: ofRegion({ format: 'csv' }),
  seeOverview: {
    asks: ({ place, relation }) => ({ query: { region: relation === 'other county' ? place.county : place.township } }),
    may: about('see-figures'),
    no: 'not-allowed',
  },
  listVariable: { asks: () => ({ params: { kind: 'townships' } }) },
  listExplanations: {
    asks: ({ place, relation }) => ({
      query: { from: '2026-11-01', to: '2026-11-23', region: relation === 'other county' ? place.county : place.township },
    }),
    may: about('see-figures'),
    no: 'not-allowed',
  },
  listAlerts: nothingOf(),
  listAlertRules: nothingOf(),
  acknowledgeAlert: { asks: ({ alert }) => ({ params: { id: alert }, body: {} }), may: about('handle-alerts'), no: 'not-found' },
  closeAlert: { asks: ({ alert }) => ({ params: { id: alert }, body: { note: '看过了' } }), may: about('handle-alerts'), no: 'not-found' },
  statisticsHealth: nothingOf(),
  exportWageLedger: wholeCounty('export-files', { from: '2026-11-01', to: '2026-11-23' }),
  exportPlatformReport: wholeCounty('export-files', { year: '2026', quarter: '4', form: 'income' }),
  listStaffTasks: nothingOf(),
  closeStaffTask: {
    asks: ({ task }) => ({ params: { id: task }, body: { note: '看过了' } }),
    may: about('close-task'),
    no: 'not-found',
  },
  listArrears: nothingOf(),
  seeSelf: nothingOf(),
  signOut: nothingOf(),
  proveAgain: nothingOf({ password: 'wrong as can be' }),
  changePassword: nothingOf({ password: 'wrong as can be', next: 'wrong as can be' }),
  beginSecondFactor: nothingOf(),
  confirmSecondFactor: nothingOf({ code: '000000' }),
  renewRecoveryCodes: nothingOf(),
  askContactCode: nothingOf(),
  dropContact: nothingOf(),
  listStaff: nothingOf(),
  inviteStaff: nothingOf(rights),
  withdrawInvitation: { asks: ({ invitation }) => ({ params: { id: invitation } }), may: ofCounty('invite-staff'), no: 'not-found' },
  changeStaff: {
    asks: (thing, actor) => ({ params: { id: account(thing, actor) }, body: rights }),
    may: ofCounty('change-staff'),
    no: 'not-found',
  },
  moveStaff: {
    asks: (thing, actor) => ({ params: { id: account(thing, actor) }, body: { state: 'active' } }),
    may: ofCounty('suspend-staff'),
    no: 'not-found',
  },
  /** A second person has to agree before it is looked at whose account it is. */
  resetStaff: { asks: (thing, actor) => ({ params: { id: account(thing, actor) } }) },
  askApproval: { asks: (_thing, { roles: [role] }) => ({ body: (role && WEIGHTY[role]) ?? OF_HALL }) },
  listApprovals: nothingOf(),
  approve: { asks: answers, may: mayAgree, isNo: isOutOfReach },
  declineApproval: { asks: answers, may: mayAgree, isNo: isOutOfReach },
}

/** Whoever may not see what was asked for does not hear of it; who may see it may still not be the one to agree. */
function isOutOfReach({ text, status }: Answered): boolean {
  return status >= 400 && ['not-found', 'not-allowed', 'own-approval'].includes(JSON.parse(text).code)
}

export const STAFF_ROUTES = Object.keys(RIGHTS_CASES) as StaffRoute[] // the keys of the table the type is made of
export const actionOf = (route: StaffRoute): StaffAction => ROUTES[route].action
