import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import { changeRights, isLogin, moveStaff, type Rights, type StaffAccount } from './account.ts'

const [ZHOU, LIN] = [asId<'staff'>('zhou'), asId<'staff'>('lin')]
const account: StaffAccount = {
  id: ZHOU,
  county: '350428',
  login: 'zhou.hall',
  roles: ['hall-operator'],
  scope: { kind: 'county' },
  state: 'active',
  epoch: 1,
}
const MEDIATOR: Rights = { roles: ['mediator'], scope: { kind: 'townships', townships: ['古镛镇'] } }

describe('an account', () => {
  it('gets other rights from somebody else, and every session of before is over', () => {
    expect(changeRights(account, MEDIATOR, LIN)).toEqual({ ok: true, value: { ...account, ...MEDIATOR, epoch: 2 } })
  })

  it('gets none from itself, and none that do not fit', () => {
    expect(changeRights(account, MEDIATOR, ZHOU)).toMatchObject({ refusal: 'own-account' })
    expect(changeRights(account, { ...MEDIATOR, roles: ['auditor'] }, LIN)).toMatchObject({ refusal: 'roles-do-not-fit' })
  })

  it('is stopped by somebody else and let in again, each time with its sessions over', () => {
    const stopped = { ...account, state: 'suspended', epoch: 2 } as const
    expect(moveStaff(account, 'suspended', LIN)).toEqual({ ok: true, value: stopped })
    expect(moveStaff(stopped, 'active', LIN)).toEqual({ ok: true, value: { ...account, epoch: 3 } })
    expect(moveStaff(account, 'active', LIN)).toEqual({ ok: true, value: account })
    expect(moveStaff(account, 'suspended', ZHOU)).toMatchObject({ refusal: 'own-account' })
  })
})

describe('a login', () => {
  it.each(['zhou', 'zhou.hall', 'z9', 'lin-qing_2'])('is %p', (text) => expect(isLogin(text)).toBe(true))
  it.each(['', 'Zhou', '9z', 'zhou.', '.zhou', 'zhou..hall', '周', 'zhou hall', 'zhou\n', 'zhоu'])('is not %p', (text) =>
    expect(isLogin(text)).toBe(false),
  )
})
