import type { RouteId, RouteOf } from './routes.ts'

type ContactRoute = { [Id in RouteId]: RouteOf<Id>['role'] extends 'contact' ? Id : never }[RouteId]

/**
 * What a helper may do for an elder person: find and take work, start and finish it, read what concerns it and send papers. What is not here he
 * may not: money, phone, payee, whom else may speak for him and what he posts stay the person's own.
 */
export const HELPER_MAY = {
  seeMe: true,
  tellSkills: true,
  tellTownship: true,
  uploadLicence: true,
  myLicences: true,
  listJobs: true,
  seeJob: true,
  myJobs: true,
  takeJob: true,
  undoTake: true,
  handBack: true,
  startWork: true,
  finishWork: true,
} as const satisfies Partial<Record<ContactRoute, true>>

export const mayHelpWith = (route: string): boolean => Object.hasOwn(HELPER_MAY, route)
