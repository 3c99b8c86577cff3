import type { Refused } from '@linggong/api/core/result.ts'
import { say } from '../copy/sayings.ts'
import { type Outcome, privately } from '../dialogue/turn.ts'

/** Every "no" of the API is told privately, in the sentence of its row. */
export const refused = ({ refusal, facts }: Refused): Outcome => privately(say('refused', { refusal, facts }))
