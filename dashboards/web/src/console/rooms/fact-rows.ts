import { yuanText } from '../../../console-copy.ts'
import { FACT_NAME, FACT_WORD } from '../../../console-queues-copy.ts'

const wordOf = (name: string, value: unknown): string =>
  name.endsWith('Fen') && typeof value === 'number' ? yuanText(value) : (FACT_WORD[String(value)] ?? String(value))

/** Facts in words; what has no name of its own here is told by the API's. */
export const factRows = (facts: unknown): readonly (readonly [string, string])[] =>
  typeof facts === 'object' && facts !== null
    ? Object.entries(facts).map(([name, value]) => [FACT_NAME[name] ?? name, wordOf(name, value)] as const)
    : []
