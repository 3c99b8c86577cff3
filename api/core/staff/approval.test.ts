import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import { NOW } from '../testing/builders.ts'
import { aStaffActor } from '../testing/staff.ts'
import { type Approval, answerApproval, askedAt, useApproval } from './approval.ts'

const [ZHOU, LIN] = [asId<'staff'>('zhou'), asId<'staff'>('lin')]
const asked: Approval = {
  ...{ id: 'A1', county: '350428', asker: ZHOU, scope: { kind: 'county' }, action: 'settle-pay', route: 'settleContested', digest: 'd' },
  ...askedAt(NOW),
}
const lin = aStaffActor({ id: LIN })
const later = (time: Temporal.DurationLike) => NOW.add(time)
const approved: Approval = { ...asked, state: 'approved', answeredBy: LIN, endsAt: later({ minutes: 20 }) }

describe('what one asks and another agrees to', () => {
  it('is agreed to by another, and then good for a quarter of an hour', () => {
    const answer = answerApproval(asked, { by: lin, to: 'approved', now: later({ minutes: 5 }) })
    expect(answer).toEqual({ ok: true, value: approved })
  })

  it.each<[string, Parameters<typeof answerApproval>[1], string, Partial<Approval>]>([
    ['whoever asked', { by: aStaffActor({ id: ZHOU }), to: 'approved', now: NOW }, 'own-approval', {}],
    ['whoever asked, declining', { by: aStaffActor({ id: ZHOU }), to: 'declined', now: NOW }, 'own-approval', {}],
    ['one without the right', { by: aStaffActor({ id: LIN, roles: ['auditor'] }), to: 'approved', now: NOW }, 'not-allowed', {}],
    ['one who comes too late', { by: lin, to: 'approved', now: later({ minutes: 60 }) }, 'approval-over', {}],
    ['a third, after a no', { by: lin, to: 'approved', now: NOW }, 'approval-over', { state: 'declined', answeredBy: asId('x') }],
    ['one who thinks better of it', { by: lin, to: 'declined', now: NOW }, 'approval-over', { state: 'approved', answeredBy: LIN }],
    ['one after it was used', { by: lin, to: 'approved', now: NOW }, 'approval-over', { state: 'used', answeredBy: LIN }],
  ])('is not answered by %s', (_who, answer, refusal, about) => {
    expect(answerApproval({ ...asked, ...about }, answer)).toMatchObject({ refusal })
  })

  it('is answered once, however often it is said', () => {
    expect(answerApproval(approved, { by: lin, to: 'approved', now: later({ minutes: 30 }) })).toEqual({ ok: true, value: approved })
  })

  it('is used by one call, and by that call again', () => {
    const used = useApproval(approved, 'k1', later({ minutes: 6 }))
    expect(used).toEqual({ ok: true, value: { ...approved, state: 'used', usedBy: 'k1' } })
    const after = { ...approved, state: 'used', usedBy: 'k1' } as const
    expect(useApproval(after, 'k1', later({ hours: 2 }))).toEqual({ ok: true, value: after })
    expect(useApproval(after, 'k2', later({ minutes: 6 }))).toMatchObject({ refusal: 'second-person-needed' })
    expect(useApproval({ ...after, usedBy: '' }, '', later({ minutes: 6 }))).toMatchObject({ refusal: 'second-person-needed' })
  })

  it.each<[string, Approval, Temporal.Instant]>([
    ['before it is agreed to', asked, NOW],
    ['after a no', { ...asked, state: 'declined', answeredBy: LIN }, NOW],
    ['too late', approved, later({ minutes: 20 })],
  ])('is not used %s', (_when, approval, now) => {
    expect(useApproval(approval, 'k1', now)).toMatchObject({ refusal: 'second-person-needed' })
  })
})
