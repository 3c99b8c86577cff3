export const CONSENT_WAYS = ['chat', 'spoken', 'paper'] as const

/** That somebody agreed that his data are checked and kept: when, how, to which text, and who heard it. */
export interface Consent {
  readonly at: Temporal.Instant
  readonly how: (typeof CONSENT_WAYS)[number]
  /** The version of the words that were shown or read out. */
  readonly text: string
  /** Himself by his contact, or the account of the staff. */
  readonly by: string
}

/** The words that the chat shows now; another wording is another version. */
export const CONSENT_TEXT = '2026-11'
