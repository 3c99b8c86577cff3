import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { asId } from '../id.ts'
import { LIMIT } from '../limit.ts'
import { NOW } from '../testing/builders.ts'
import { granted } from '../testing/outcome.ts'
import { NO_TIES, TIE_KINDS, type Ties, tie, untie } from './ties.ts'

const someone = (nth: number) => ({ person: asId<'person'>(`person-${nth}`), at: NOW })
const step = fc.record({ kind: fc.constantFrom(...TIE_KINDS), nth: fc.nat({ max: 5 }), gone: fc.boolean() })

describe('whom somebody will have and whom he will not', () => {
  it('is what was said last of each, and nobody is both', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let ties: Ties = NO_TIES
        const last = new Map<number, string>()
        for (const { kind, nth, gone } of steps) {
          ties = gone ? untie(ties, kind, someone(nth).person) : granted(tie(ties, kind, someone(nth)))
          if (!gone) last.set(nth, kind)
          else if (last.get(nth) === kind) last.delete(nth)
        }
        for (const kind of TIE_KINDS) {
          const expected = [...last].filter(([, said]) => said === kind).map(([nth]) => someone(nth).person)
          expect(ties[kind].map(({ person }) => person).toSorted()).toEqual(expected.toSorted())
        }
      }),
    )
  })

  it('writes nothing where nothing changes', () => {
    const ties = granted(tie(NO_TIES, 'blocked', someone(1)))
    expect(granted(tie(ties, 'blocked', someone(1)))).toBe(ties)
    expect(untie(ties, 'preferred', someone(1).person)).toBe(ties)
  })

  it('has an end', () => {
    const many = { ...NO_TIES, blocked: Array.from({ length: LIMIT.tiesPerPerson }, (_, nth) => someone(nth)) }
    expect(tie(many, 'blocked', someone(999))).toMatchObject({ ok: false, refusal: 'too-many-ties' })
  })
})
