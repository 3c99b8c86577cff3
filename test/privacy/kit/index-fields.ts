/**
 * What becomes of a blind index when its key is changed. `renewed`: by `keys:rotate`. `over`: it is gone within the hour or the day, or at the next
 * sign-in. `recognised`: it stays as it is and is known again while its key is in the ring, retired or not. `kept`: a mark that no key is needed for.
 */
export type IndexFate = 'renewed' | 'over' | 'recognised' | 'kept'

/** Every stored place of what an index key made, as collection and path. Whoever adds one says here what becomes of it; see docs/decisions/0013. */
export const INDEX_FIELDS: Readonly<Record<string, IndexFate>> = {
  'people.idNumberBlind': 'renewed',
  'people.contacts.blind': 'renewed',
  'people.payee.blind': 'renewed',
  'people.payee.mark': 'kept',
  'people.correction.mark': 'over',
  'people.phoneChange.mark': 'over',
  'staffAccounts.contact.blind': 'renewed',
  'staffAccounts.recovery': 'recognised',
  'staffInvitations.digest': 'renewed',
  'keychecks.blind': 'renewed',
  'licences.mark': 'recognised',
  'payouts.payeeMark': 'kept',
  'auditRows.key': 'kept',
  'bindingCodes.code': 'over',
  'bindingCodes.usedBy': 'over',
  'helperCodes.code': 'over',
  'companies.invitation.code': 'over',
  'staffContactCodes.digest': 'over',
  'staffSessions.digest': 'over',
  'identityTries.id': 'over',
}
