import { yuanText } from '../../../console-copy.ts'
import { FACT_NAME, FACT_WORD, PERSON_GONE } from '../../../console-queues-copy.ts'

const GONE = '*'

const wordOf = (name: string, value: unknown): string =>
  name.endsWith('Fen') && typeof value === 'number' ? yuanText(value) : (FACT_WORD[String(value)] ?? String(value))

const nameOf = (name: string | undefined): string | undefined => (name === GONE ? PERSON_GONE : name)

/** Facts in words, people by their masked names; what has no name of its own here is told by the API's. */
export const factRows = (facts: unknown, names: Readonly<Record<string, string>>): readonly (readonly [string, string])[] =>
  typeof facts === 'object' && facts !== null
    ? Object.entries(facts).map(([name, value]) => [FACT_NAME[name] ?? name, nameOf(names[name]) ?? wordOf(name, value)] as const)
    : []
