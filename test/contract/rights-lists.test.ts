import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { RouteId } from '@linggong/api/contract/routes.ts'
import { asId, type StaffId } from '@linggong/api/core/id.ts'
import { askedAt } from '@linggong/api/core/staff/approval.ts'
import { can, type Resource, type StaffActor } from '@linggong/api/core/staff/policy.ts'
import { rolesFit, STAFF_ROLES } from '@linggong/api/core/staff/role.ts'
import type { Scope } from '@linggong/api/core/staff/scope.ts'
import { aStaffActor } from '@linggong/api/core/testing/staff.ts'
import { approvals } from '@linggong/api/staff/approval.collection.ts'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import fc from 'fast-check'
import { aCounty } from '../kit/a-county.ts'
import { askAsStaff, HALL, seatStaff } from '../kit/seat-staff.ts'
import { aJobThere, anAlertThere, aPayoutThere, aPersonThere, aTaskThere, ELSEWHERE, moveLicenceAway } from './kit/neighbours.ts'

const TOWNSHIPS = ['古镛镇', '白莲镇', '万安镇', ''] as const
const WHOLE: Scope = { kind: 'county' }
const someScope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant(WHOLE),
  fc
    .uniqueArray(fc.constantFrom(...TOWNSHIPS.slice(0, 3)), { minLength: 1 })
    .map((townships) => ({ kind: 'townships' as const, townships })),
  fc.constantFrom('古镛镇', '白莲镇').map((township) => ({ kind: 'station' as const, township, station: '山门村' })),
)
const somebody = fc
  .record({ scope: someScope, roles: fc.uniqueArray(fc.constantFrom(...STAFF_ROLES), { minLength: 1, maxLength: 2 }) })
  .filter(({ scope, roles }) => rolesFit(roles, scope))
  .map(({ scope, roles }) => aStaffActor({ id: asId<'staff'>('staff-reader'), scope, roles }))
const somewhere = fc.record({
  county: fc.constantFrom(COUNTY.adcode, COUNTY.adcode, COUNTY.adcode, ELSEWHERE),
  township: fc.constantFrom(...TOWNSHIPS),
})

const ACTION = {
  listStaffTasks: 'see-tasks',
  listLicences: 'see-licences',
  listCompanies: 'see-companies',
  listArrears: 'see-arrears',
  listStaff: 'see-staff',
  listApprovals: 'see-approvals',
  listAlerts: 'see-figures',
  listHeldPayouts: 'see-payouts',
} as const
type List = keyof typeof ACTION
const LISTS = Object.keys(ACTION) as List[] // the keys of the table the type is made of

let town: Awaited<ReturnType<typeof aCounty>>
/** What there is, by the list that should have it: its name in the list, and where it lies. */
const there: Readonly<Record<List, { readonly name: string; readonly lies: Resource }[]>> = {
  listStaffTasks: [],
  listLicences: [],
  listCompanies: [],
  listArrears: [],
  listStaff: [],
  listApprovals: [],
  listAlerts: [],
  listHeldPayouts: [],
}
let nth = 0

const lie = (list: List, name: string, lies: Resource): void => void there[list].push({ name, lies })

async function putApproval(place: Resource & { readonly county: string }, asker: StaffId): Promise<string> {
  const id = `approval-${nth}`
  const scope: Scope = place.township === '' ? WHOLE : { kind: 'townships', townships: [place.township] }
  const what = { asker, scope, action: 'export-files', route: 'exportWageLedger', digest: `d${nth}`, asked: '{}' } as const
  const asked = { ...askedAt(town.clock.now()), ...what, asked: '{"params":{},"query":{},"body":{}}' }
  await town.county.store.insert(approvals, { ...asked, id, county: place.county, version: 1 })
  return id
}

/** One of everything in a place. */
async function put(place: { readonly county: string; readonly township: string }): Promise<void> {
  nth += 1
  lie('listStaffTasks', await aTaskThere(town, { ...place, nth }), place)
  lie('listAlerts', await anAlertThere(town, { ...place, nth }), place)
  lie('listArrears', (await aJobThere(town, { ...place, nth })).job, place)
  const { id } = await seatStaff(town.county.staff, { login: `somebody${nth}`, roles: ['official'], county: place.county })
  lie('listStaff', id, { county: place.county, township: '' })
  const asker = asId<'staff'>(nth % 3 === 0 ? 'staff-reader' : id)
  lie('listApprovals', await putApproval(place, asker), { ...place, owner: asker })
  if (place.township === '') return
  const { person, licence, company } = await aPersonThere(town, { ...place, nth })
  await town.settle()
  if (place.county === ELSEWHERE) await moveLicenceAway(town, { person, licence, company })
  lie('listLicences', licence, place)
  lie('listHeldPayouts', await aPayoutThere(town, { ...place, nth }, { state: 'held', worker: person }), place)
  lie('listCompanies', company, place)
}

const NAMES: Readonly<Record<List, (page: never) => readonly string[]>> = {
  listStaffTasks: ({ tasks }: { tasks: { id: string }[] }) => tasks.map(({ id }) => id),
  listLicences: ({ licences }: { licences: { licence: string }[] }) => licences.map(({ licence }) => licence),
  listCompanies: ({ companies }: { companies: { company: string }[] }) => companies.map(({ company }) => company),
  listArrears: ({ employers }: { employers: { jobs: string[] }[] }) => employers.flatMap(({ jobs }) => jobs),
  listStaff: ({ accounts }: { accounts: { id: string }[] }) => accounts.map(({ id }) => id),
  listApprovals: ({ approvals: found }: { approvals: { id: string }[] }) => found.map(({ id }) => id),
  listHeldPayouts: ({ payouts }: { payouts: { payout: string }[] }) => payouts.map(({ payout }) => payout),
  listAlerts: ({ alerts }: { alerts: { id: string }[] }) => alerts.map(({ id }) => id),
}

/** All that a list has for somebody, page by page; undefined where he has no list. */
async function read(list: List & RouteId, { roles, scope }: StaffActor, limit: number): Promise<readonly string[] | undefined> {
  const names: string[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const query = { limit: String(limit), ...(after === undefined ? {} : { after }) }
    const page = await askAsStaff(town, list, { query }, { login: 'reader', roles, scope })
    if (!page.ok) return undefined
    names.push(...NAMES[list](page.value as never))
    after = (page.value as { readonly next: string | null }).next // each of the lists ends like this
  }
  return names
}

/** One's own, or all of where it lies within one's right. */
function mayFind(list: List, actor: StaffActor, { lies }: { lies: Resource }): boolean {
  if (list === 'listApprovals' && lies.owner === actor.id) return lies.county === actor.county
  return can(actor, ACTION[list], lies)
}

const counted = Object.fromEntries(LISTS.map((list) => [list, { shown: 0, hidden: 0 }])) as Record<List, { shown: number; hidden: number }>

/** What the policy lets somebody find in a list that he has. */
function namesFor(list: List, actor: StaffActor): readonly string[] {
  const shown = there[list].filter((each) => mayFind(list, actor, each))
  counted[list].shown += shown.length
  counted[list].hidden += there[list].length - shown.length
  return shown.map(({ name }) => name)
}

beforeAll(async () => {
  town = await aCounty()
  await seatStaff(town.county.staff, HALL)
  lie('listStaff', 'staff-reader', { county: COUNTY.adcode, township: '' })
  lie('listStaff', 'staff-hall', { county: COUNTY.adcode, township: '' })
})
afterAll(() => town.stop())

describe('a list and the policy', () => {
  it('agree row by row, whoever asks, wherever things lie, however long its pages are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(somewhere, { maxLength: 3 }), somebody, fc.integer({ min: 1, max: 7 }), async (places, actor, limit) => {
        for (const place of places) await put(place)
        for (const list of LISTS) {
          const found = await read(list, actor, limit)
          const meant = can(actor, ACTION[list]) ? namesFor(list, actor) : undefined
          expect([list, found?.toSorted()]).toEqual([list, meant?.toSorted()])
        }
      }),
      { numRuns: 40, endOnFailure: true },
    )
  })

  it('was tried on rows to be shown and on rows to be kept back, in each of the lists', () => {
    for (const list of LISTS) expect([list, counted[list].shown > 0, counted[list].hidden > 0]).toEqual([list, true, true])
  })
})
