import { asId } from '../id.ts'
import type { StaffActor } from '../staff/policy.ts'
import { NOW } from './builders.ts'

/** Somebody of the hall who works for the whole county, is signed in whole and has just proven himself. */
export const aStaffActor = (about: Partial<StaffActor> = {}): StaffActor => ({
  id: asId<'staff'>('hall-1'),
  county: '350428',
  roles: ['hall-operator'],
  scope: { kind: 'county' },
  stage: 'whole',
  session: 'session-1',
  provenAt: NOW,
  ...about,
})
