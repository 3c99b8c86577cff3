import { createAnswers } from '../understand/answers/answers.ts'
import { readRegistration } from '../understand/answers/read-registration.ts'
import type { Lexicon } from '../understand/lexicon.ts'
import { createUnderstand } from '../understand/understand.ts'
import type { Reader } from './turn.ts'

/** All that the dialogue asks of understanding, with the county's own words. */
export const createReader = (lexicon: Lexicon): Reader => ({
  understand: createUnderstand(lexicon),
  ...createAnswers(lexicon),
  readRegistration,
})
