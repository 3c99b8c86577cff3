import type { RouteId, RouteOf } from '@linggong/api/contract/routes.ts'

type Ways = { readonly [Id in RouteId]?: readonly [RouteOf<Id>['method'], RouteOf<Id>['path']] }

/** The calls that the console makes, held against the contract by their types: the contract itself would be ten times the page. */
export const WAYS = {
  signIn: ['POST', '/staff/sessions'],
  joinStaff: ['POST', '/staff/accounts'],
  renewStaff: ['POST', '/staff/accounts/renew'],
  seeSelf: ['GET', '/staff/me'],
  signOut: ['POST', '/staff/me/sign-out'],
  proveAgain: ['POST', '/staff/me/proof'],
  beginSecondFactor: ['POST', '/staff/me/second-factor'],
  confirmSecondFactor: ['POST', '/staff/me/second-factor/confirm'],
  registerAtStation: ['POST', '/staff/people'],
  findPerson: ['POST', '/staff/people/find'],
  verifyAtCounter: ['POST', '/staff/people/verify'],
  giveBindingCode: ['POST', '/staff/people/binding-codes'],
  letHelpFor: ['POST', '/staff/people/helper-codes'],
  correctPerson: ['POST', '/staff/people/correct'],
  listLicences: ['GET', '/staff/licences'],
  seeLicencePicture: ['GET', '/staff/licences/:id/picture'],
  reviewLicence: ['POST', '/staff/licences/:id/review'],
  listCompanies: ['GET', '/staff/companies'],
  seeCompanyPicture: ['GET', '/staff/companies/:id/picture'],
  reviewCompany: ['POST', '/staff/companies/:id/review'],
  listHeldPayouts: ['GET', '/staff/payouts'],
  releasePayout: ['POST', '/staff/payouts/:id/release'],
  declinePayout: ['POST', '/staff/payouts/:id/decline'],
  listStaffTasks: ['GET', '/staff/tasks'],
  closeStaffTask: ['POST', '/staff/tasks/:id/close'],
  seeConduct: ['GET', '/staff/people/:person/conduct'],
  talkOver: ['POST', '/staff/people/:person/conduct/talked-over'],
  decideAppeal: ['POST', '/staff/people/:person/appeals/:penalty'],
  settleContested: ['POST', '/staff/jobs/:number/settle'],
  listArrears: ['GET', '/staff/arrears'],
  askApproval: ['POST', '/staff/approvals'],
  listApprovals: ['GET', '/staff/approvals'],
  approve: ['POST', '/staff/approvals/:id/approve'],
  declineApproval: ['POST', '/staff/approvals/:id/decline'],
  listAlerts: ['GET', '/stats/alerts'],
  acknowledgeAlert: ['POST', '/staff/alerts/:id/acknowledge'],
  closeAlert: ['POST', '/staff/alerts/:id/close'],
  listStaff: ['GET', '/staff/accounts'],
  inviteStaff: ['POST', '/staff/invitations'],
} as const satisfies Ways

export type WayId = keyof typeof WAYS
/** Those that change something. */
export type DeedId = { [Id in WayId]: (typeof WAYS)[Id][0] extends 'POST' ? Id : never }[WayId]
