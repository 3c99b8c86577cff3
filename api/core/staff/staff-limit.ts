/** Every bound of staff accounts, its unit in the name. */
export const STAFF_LIMIT = {
  loginCharacters: 32,
  passwordCharacters: 12,
  passwordCharactersMost: 128,
  rolesPerAccount: 3,
  townshipsPerScope: 30,
  stationCharacters: 40,
  sessionIdleMinutes: 30,
  sessionHours: 12,
  /** A session that is used is written down as used no more often than this. */
  seenEverySeconds: 60,
  provenMinutes: 5,
  invitationHours: 72,
  firstCodeMinutes: 15,
  resetCodeHours: 24,
  recoveryCodes: 10,
  approveMinutes: 60,
  useApprovalMinutes: 15,
  /** What one person of the hall may let go out, or lend, alone; a county may say otherwise. */
  aloneFen: 200_000,
  contactCodeDigits: 8,
  contactCodeMinutes: 10,
  contactCodeTries: 5,
} as const
