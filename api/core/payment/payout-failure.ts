/** Why a payout came to nothing, as far as it matters to the worker: what he can do about it. */
export const PAYOUT_FAILURES = [
  'expired',
  'taken-back',
  'declined',
  'name-differs',
  'account-limited',
  'too-much',
  'payee-changed',
  'failed',
] as const
export type PayoutFailure = (typeof PAYOUT_FAILURES)[number]

/** The hall has looked at it and not let it go. */
export const DECLINED = 'declined'
/** Its owner does not want it any more. */
export const TAKEN_BACK = 'CANCELLED'

/** The provider's reasons as it publishes them, and ours. What is not here says nothing that a worker could act on. */
const BY_CODE = new Map<string, PayoutFailure>([
  ['OVERDUE_CLOSE', 'expired'],
  [DECLINED, 'declined'],
  [TAKEN_BACK, 'taken-back'],
  ['MCH_CANCEL', 'taken-back'],
  ['NAME_NOT_CORRECT', 'name-differs'],
  ['ID_CARD_NOT_CORRECT', 'name-differs'],
  ['REAL_NAME_CHECK_FAIL', 'account-limited'],
  ['ACCOUNT_FROZEN', 'account-limited'],
  ['ACCOUNT_NOT_EXIST', 'account-limited'],
  ['OPENID_INVALID', 'account-limited'],
  ['PAYEE_ACCOUNT_ABNORMAL', 'account-limited'],
  ['REALNAME_ACCOUNT_RECEIVED_QUOTA_EXCEED', 'account-limited'],
  ['BLOCK_B2C_USERLIMITAMOUNT_MONTH', 'account-limited'],
  ['BLOCK_B2C_USERLIMITAMOUNT_BSRULE_MONTH', 'too-much'],
  ['TRANSFER_QUOTA_EXCEED', 'too-much'],
  ['DAY_RECEIVED_COUNT_EXCEED', 'too-much'],
  ['DAY_RECEIVED_QUOTA_EXCEED', 'too-much'],
  ['payee-changed', 'payee-changed'],
])

export const payoutFailureOf = (code: string): PayoutFailure => BY_CODE.get(code) ?? 'failed'
