import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import { aStaffActor } from '../testing/staff.ts'
import { STAFF_ACTION, STAFF_ACTIONS, type StaffAction } from './action.ts'
import { can, canApprove, filterFor, rightsOf, whyNot } from './policy.ts'
import { STAFF_ROLES, type StaffRole } from './role.ts'
import type { Place, Scope } from './scope.ts'

const COUNTY: Scope = { kind: 'county' }
const TWO: Scope = { kind: 'townships', townships: ['古镛镇', '万安镇'] }
const ONE: Scope = { kind: 'townships', townships: ['古镛镇'] }
const STATION: Scope = { kind: 'station', township: '古镛镇', station: '山门村' }
const SCOPES = [COUNTY, TWO, ONE, STATION]

const here: Place = { county: '350428', township: '古镛镇' }
const PLACES: readonly Place[] = [
  here,
  { ...here, township: '万安镇' },
  { ...here, township: '白莲镇' },
  { ...here, township: '' },
  { ...here, station: '山门村' },
  { ...here, station: '和平村' },
  { ...here, county: '350429' },
]

describe('a right', () => {
  it.each(STAFF_ROLES)('of %s is only what its row says', (role) => {
    const actor = aStaffActor({ roles: [role] })
    const allowed = STAFF_ACTIONS.filter((action) => can(actor, action))
    expect(allowed).toEqual(STAFF_ACTIONS.filter((action) => Object.hasOwn(rightsOf(role), action)))
    expect(allowed).toContain('own-account')
    expect(allowed.length).toBeLessThan(STAFF_ACTIONS.length)
  })

  it.each<[StaffRole, readonly string[]]>([
    ['auditor', ['write']],
    ['official', ['write', 'read']],
  ])('of the %s has no effect of %p', (role, effects) => {
    const has = STAFF_ACTIONS.filter((action) => Object.hasOwn(rightsOf(role), action)).map((action) => STAFF_ACTION[action].effect)
    expect(has.filter((effect) => effects.includes(effect))).toEqual([])
  })

  it.each(['system-admin', 'security', 'auditor'] as const)('of %s, who keeps watch, is nothing that the hall does', (role) => {
    const work: readonly StaffAction[] = ['close-task', 'settle-pay', 'set-credit', 'export-files']
    expect(work.filter((action) => can(aStaffActor({ roles: [role] }), action))).toEqual([])
  })

  it('is nobody’s over all actions, whatever roles go together', () => {
    const everything = aStaffActor({ roles: ['hall-operator', 'station-operator', 'mediator'] })
    expect(STAFF_ACTIONS.filter((action) => !can(everything, action))).toEqual(
      expect.arrayContaining(['see-staff', 'invite-staff', 'change-staff', 'suspend-staff', 'reset-staff']),
    )
  })

  it.each<[string, Scope, readonly number[]]>([
    ['the county', COUNTY, [0, 1, 2, 3, 4, 5]],
    ['two townships', TWO, [0, 1, 4, 5]],
    ['one township', ONE, [0, 4, 5]],
    ['a station', STATION, [0, 4]],
  ])('in %s ends at its edge', (_where, scope, places) => {
    const actor = aStaffActor({ scope })
    expect(PLACES.flatMap((place, at) => (can(actor, 'close-task', place) ? [at] : []))).toEqual(places)
  })

  it('to what is one’s own reaches nobody else’s', () => {
    const actor = aStaffActor({ roles: ['mediator'] })
    expect(can(actor, 'see-approvals', { ...here, owner: actor.id })).toBe(true)
    expect(can(actor, 'see-approvals', { ...here, owner: asId<'staff'>('hall-2') })).toBe(false)
    expect(can(actor, 'see-approvals', here)).toBe(false)
    expect(can(actor, 'see-approvals', { ...here, county: '350429', owner: actor.id })).toBe(false)
  })

  it('waits for the second factor, but for one’s own account', () => {
    const actor = aStaffActor({ stage: 'enrolling' })
    expect(STAFF_ACTIONS.filter((action) => can(actor, action))).toEqual(['own-account'])
    expect(whyNot(actor, 'close-task')).toMatchObject({ refusal: 'second-factor-missing' })
    expect(whyNot(actor, 'reset-staff')).toMatchObject({ refusal: 'not-allowed' })
    expect(whyNot(actor, 'own-account')).toBeUndefined()
  })
})

describe('the filter', () => {
  const rows = STAFF_ROLES.flatMap((role) => SCOPES.flatMap((scope) => STAFF_ACTIONS.map((action) => [role, action, scope] as const)))

  /** What a query that was cut down so would find. */
  const finds = (filter: ReturnType<typeof filterFor>, { township, owner }: { township: string; owner?: string }): boolean =>
    filter !== undefined &&
    (filter.townships === undefined || filter.townships.includes(township)) &&
    (filter.owner === undefined || filter.owner === owner)

  it.each(rows)('of %s for %s in %p finds what may be opened, and nothing else', (role, action, scope) => {
    const actor = aStaffActor({ roles: [role], scope })
    const inTownships = PLACES.filter(({ county, station }) => county === actor.county && station === undefined)
    const things = inTownships.flatMap((place) => [place, { ...place, owner: actor.id }, { ...place, owner: asId<'staff'>('hall-2') }])
    for (const thing of things) expect(finds(filterFor(actor, action), thing)).toBe(can(actor, action, thing))
  })
})

describe('a second person', () => {
  const asker = aStaffActor({ id: asId<'staff'>('asker'), scope: TWO })
  const may = (about: Parameters<typeof aStaffActor>[0], action: StaffAction) => canApprove(aStaffActor(about), action, asker)

  it.each<[string, boolean, Parameters<typeof aStaffActor>[0], StaffAction]>([
    ['another of the hall', true, {}, 'settle-pay'],
    ['one who works in the same townships', true, { scope: TWO }, 'settle-pay'],
    ['the asker himself', false, { id: asker.id }, 'settle-pay'],
    ['one who works in a part of them', false, { scope: ONE }, 'settle-pay'],
    ['one of another county', false, { county: '350429' }, 'settle-pay'],
    ['one without that right', false, { roles: ['auditor'] }, 'settle-pay'],
    ['one who may agree to other things', false, { roles: ['security'] }, 'settle-pay'],
    ['security, to a file', true, { roles: ['security'] }, 'export-files'],
    ['the hall, to a new proof of an account', false, {}, 'reset-staff'],
    ['an admin, to a new proof of an account', true, { roles: ['system-admin'] }, 'reset-staff'],
    ['one without a second factor', false, { stage: 'enrolling' }, 'settle-pay'],
  ])('is %s: %p', (_who, expected, about, action) => {
    expect(may(about, action)).toBe(expected)
  })

  it('is needed wherever somebody can agree, and can be found there', () => {
    for (const action of STAFF_ACTIONS) {
      const { second, approvers } = STAFF_ACTION[action]
      expect(approvers.length > 0).toBe(second !== 'never')
      for (const role of approvers) expect(rightsOf(role)).toHaveProperty('approve')
    }
  })
})
