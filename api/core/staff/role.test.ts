import { describe, expect, it } from '@jest/globals'
import { rolesFit, STAFF_ROLES, type StaffRole } from './role.ts'
import { encloses, type Scope } from './scope.ts'

const COUNTY: Scope = { kind: 'county' }
const ONE: Scope = { kind: 'townships', townships: ['古镛镇'] }
const TWO: Scope = { kind: 'townships', townships: ['古镛镇', '万安镇'] }
const STATION: Scope = { kind: 'station', township: '古镛镇', station: '山门村' }

describe('roles', () => {
  it('are those of the specification', () => {
    expect(STAFF_ROLES).toEqual(['system-admin', 'security', 'auditor', 'hall-operator', 'station-operator', 'mediator', 'official'])
  })

  it.each<[boolean, readonly StaffRole[], Scope]>([
    [true, ['hall-operator'], COUNTY],
    [true, ['hall-operator', 'mediator'], ONE],
    [true, ['official'], ONE],
    [true, ['station-operator'], STATION],
    [false, [], COUNTY],
    [false, ['mediator', 'mediator'], COUNTY],
    [false, ['system-admin'], ONE],
    [false, ['auditor'], ONE],
    [false, ['station-operator'], COUNTY],
    [false, ['hall-operator'], STATION],
    [false, ['auditor', 'hall-operator'], COUNTY],
    [false, ['system-admin', 'security'], COUNTY],
    [false, ['security', 'auditor'], COUNTY],
    [false, ['official', 'hall-operator'], COUNTY],
  ])('fit (%p): %p in %p', (fit, roles, scope) => {
    expect(rolesFit(roles, scope)).toBe(fit)
  })
})

describe('a scope', () => {
  it.each<[Scope, readonly boolean[]]>([
    [COUNTY, [true, true, true, true]],
    [TWO, [false, true, true, true]],
    [ONE, [false, true, false, true]],
    [STATION, [false, false, false, true]],
  ])('%p encloses county, one township, two and a station: %p', (scope, expected) => {
    expect([COUNTY, ONE, TWO, STATION].map((other) => encloses(scope, other))).toEqual(expected)
  })

  it('of a station encloses no other station of its township', () => {
    expect(encloses(STATION, { ...STATION, station: '和平村' })).toBe(false)
  })
})
