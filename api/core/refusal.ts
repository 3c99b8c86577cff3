/** How loudly an expected "no" is logged: `info` for daily life, `warn` for what staff should look at. */
type LogLevel = 'debug' | 'info' | 'warn'

interface RefusalRow {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503
  readonly level: LogLevel
}

/** One row a refusal; the HTTP answer, the log and the sentence hang from the same key. */
export const REFUSAL = {
  // the wire
  'bad-request': { status: 400, level: 'info' },
  'payload-too-large': { status: 413, level: 'info' },
  'wrong-content-type': { status: 415, level: 'info' },
  'not-authorised': { status: 401, level: 'warn' },
  'not-allowed': { status: 403, level: 'warn' },
  'not-found': { status: 404, level: 'debug' },
  'too-many-requests': { status: 429, level: 'warn' },
  'try-again': { status: 503, level: 'warn' },
  'key-reused': { status: 422, level: 'warn' },
  // people
  'not-registered': { status: 403, level: 'info' },
  'not-an-employer': { status: 403, level: 'info' },
  'not-a-worker': { status: 403, level: 'info' },
  'already-registered': { status: 409, level: 'info' },
  'id-number-in-use': { status: 409, level: 'warn' },
  'id-number-invalid': { status: 422, level: 'info' },
  'under-age': { status: 422, level: 'warn' },
  'name-invalid': { status: 422, level: 'info' },
  'phone-invalid': { status: 422, level: 'info' },
  'guardian-missing': { status: 422, level: 'info' },
  'identity-mismatch': { status: 422, level: 'warn' },
  'identity-locked': { status: 409, level: 'warn' },
  'picture-unreadable': { status: 422, level: 'info' },
  'picture-too-large': { status: 422, level: 'info' },
  'licence-unknown': { status: 422, level: 'info' },
  'too-many-licences': { status: 409, level: 'info' },
  'licence-reviewed': { status: 409, level: 'info' },
  'own-review': { status: 403, level: 'warn' },
  'licence-over': { status: 422, level: 'info' },
  'binding-code-wrong': { status: 422, level: 'warn' },
  'binding-code-locked': { status: 409, level: 'warn' },
  'not-verified': { status: 403, level: 'info' },
  'township-unknown': { status: 422, level: 'info' },
  'trade-unknown': { status: 422, level: 'info' },
  'file-unreadable': { status: 422, level: 'info' },
  'columns-missing': { status: 422, level: 'info' },
  'too-many-rows': { status: 422, level: 'info' },
  // jobs
  'job-not-found': { status: 404, level: 'debug' },
  'not-your-job': { status: 403, level: 'warn' },
  'job-incomplete': { status: 422, level: 'info' },
  'job-not-draft': { status: 409, level: 'info' },
  'job-not-open': { status: 409, level: 'debug' },
  'job-over': { status: 409, level: 'info' },
  'start-in-past': { status: 422, level: 'info' },
  'pay-negotiable': { status: 422, level: 'info' },
  'pay-below-floor': { status: 422, level: 'warn' },
  'pay-out-of-range': { status: 422, level: 'info' },
  'unlawful-limit': { status: 422, level: 'warn' },
  'unlawful-fee': { status: 422, level: 'warn' },
  'too-many-open-jobs': { status: 409, level: 'info' },
  'cancel-too-late': { status: 409, level: 'info' },
  'in-arrears': { status: 409, level: 'warn' },
  'pay-first': { status: 409, level: 'info' },
  'nothing-to-pay': { status: 409, level: 'info' },
  'cash-not-allowed': { status: 409, level: 'info' },
  // takes
  'job-full': { status: 409, level: 'debug' },
  'already-taken': { status: 409, level: 'debug' },
  'own-job': { status: 409, level: 'info' },
  'time-clash': { status: 409, level: 'info' },
  'licence-missing': { status: 403, level: 'info' },
  'guardian-needed': { status: 403, level: 'info' },
  'over-age': { status: 403, level: 'info' },
  'no-take': { status: 404, level: 'debug' },
  'undo-too-late': { status: 409, level: 'info' },
  'already-started': { status: 409, level: 'info' },
  'not-started': { status: 409, level: 'info' },
  'not-finished': { status: 409, level: 'info' },
  'too-early-to-start': { status: 409, level: 'info' },
  'wrong-start-code': { status: 422, level: 'warn' },
  'start-code-locked': { status: 429, level: 'warn' },
  'already-finished': { status: 409, level: 'info' },
  'work-goes-on': { status: 409, level: 'info' },
  // payouts
  'payout-out-of-range': { status: 422, level: 'info' },
  'balance-too-low': { status: 409, level: 'info' },
  'payee-missing': { status: 409, level: 'info' },
  'payee-in-use': { status: 409, level: 'warn' },
  'payee-too-new': { status: 409, level: 'info' },
  'payouts-not-offered': { status: 409, level: 'info' },
  'payout-not-found': { status: 404, level: 'debug' },
  'payout-over': { status: 409, level: 'info' },
  // what a seat is paid
  'pay-under-discussion': { status: 409, level: 'info' },
  'already-settled': { status: 409, level: 'info' },
  'answer-first': { status: 409, level: 'info' },
  'nothing-offered': { status: 409, level: 'info' },
  'not-yours-to-answer': { status: 409, level: 'info' },
  'reason-missing': { status: 422, level: 'info' },
  'pay-not-less': { status: 422, level: 'info' },
  'pay-not-more': { status: 422, level: 'info' },
  'not-what-is-owed': { status: 422, level: 'info' },
  'no-overtime-at-age': { status: 422, level: 'info' },
  'nothing-contested': { status: 409, level: 'info' },
  'not-paid': { status: 409, level: 'info' },
  // insurance
  'trade-uninsurable': { status: 422, level: 'info' },
  'already-insured': { status: 409, level: 'info' },
  'too-late-to-insure': { status: 409, level: 'info' },
  // the hall
  'staff-task-done': { status: 409, level: 'info' },
} as const satisfies Record<string, RefusalRow>

export type RefusalKey = keyof typeof REFUSAL

/** Whether a key that was stored or sent, perhaps by another version, is one of ours. */
export const isRefusal = (key: string): key is RefusalKey => Object.hasOwn(REFUSAL, key)
