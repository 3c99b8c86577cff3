import { STAFF_LIMIT } from './staff-limit.ts'

export type PasswordFlaw = 'too-short' | 'too-long' | 'not-text' | 'too-common'

/** How hard a text is to guess: the power of ten of the guesses it takes. */
export type GuessesOf = (text: string, own: readonly string[]) => number

/** Eight Chinese characters are as long as twelve letters, and what guesses at letters knows nothing of them. */
const HAN_WEIGHT = 1.5
const HAN_GUESSES_LOG10 = 2
const LEAST_GUESSES_LOG10 = 10
const HAN = /\p{Script=Han}/gu
const CONTROL = /\p{Cc}/u

/** One spelling for what a keyboard may send in several. */
export const normalPassword = (text: string): string => text.normalize('NFKC')

/** What is wrong with a new password; undefined where it will do. `own` are words that whoever knows the person would try first. */
export function passwordFlaw(text: string, own: readonly string[], guessesOf: GuessesOf): PasswordFlaw | undefined {
  if (!text.isWellFormed() || CONTROL.test(text)) return 'not-text'
  const han = text.match(HAN)?.length ?? 0
  const characters = [...text].length
  if (characters > STAFF_LIMIT.passwordCharactersMost) return 'too-long'
  if (characters + han * (HAN_WEIGHT - 1) < STAFF_LIMIT.passwordCharacters) return 'too-short'
  return guessesOf(text, own) + han * HAN_GUESSES_LOG10 < LEAST_GUESSES_LOG10 ? 'too-common' : undefined
}
