import type { Intent } from '../intent.ts'
import { RULES } from './compose-rules.ts'
import { type ConceptSet, conceptSet } from './concept-set.ts'
import type { Concept } from './concepts.ts'

export type Who = 'worker' | 'employer' | 'any'

export interface Rule {
  readonly intent: Intent
  readonly bonus: number
  readonly who: Who
  /** What must follow each other, behind the part that the rule is found by. */
  readonly rest: readonly ConceptSet[]
  readonly not: ConceptSet
  readonly first: boolean
  readonly last: boolean
  readonly whole: boolean
}

/** What a piece of a line may stand for, and the rules that may begin with it. */
export interface Meaning {
  readonly concepts: ConceptSet
  readonly rules: readonly Rule[]
}

const MARKS = ['w', 'e', '^', '$', '#']

interface Written {
  readonly starts: readonly string[]
  readonly rule: Rule
}

function ruleOf([intent, bonus, written]: readonly [Intent, number, string]): Written {
  const marks = written.split(' ')
  const who: Who = marks.includes('w') ? 'worker' : marks.includes('e') ? 'employer' : 'any'
  const [starts = [], ...rest] = marks.filter((mark) => !MARKS.includes(mark) && !mark.startsWith('!')).map((mark) => mark.split('|'))
  const rule: Rule = {
    intent,
    bonus: bonus + (who === 'any' ? 0 : 0.5),
    who,
    rest: rest.map(conceptSet),
    not: conceptSet(marks.filter((mark) => mark.startsWith('!')).map((mark) => mark.slice(1))),
    first: marks.includes('^'),
    last: marks.includes('$'),
    whole: marks.includes('#'),
  }
  return { starts, rule }
}

/** The rules by the concept they begin with. */
function indexed(): ReadonlyMap<string, readonly Rule[]> {
  const byFirst = new Map<string, Rule[]>()
  for (const { starts, rule } of RULES.map(ruleOf)) {
    for (const concept of starts) {
      const known = byFirst.get(concept)
      if (known === undefined) byFirst.set(concept, [rule])
      else known.push(rule)
    }
  }
  return byFirst
}

const BY_FIRST = indexed()

export const meaningOf = (concepts: readonly Concept[]): Meaning => ({
  concepts: conceptSet(concepts),
  rules: concepts.flatMap((concept) => BY_FIRST.get(concept) ?? []),
})
