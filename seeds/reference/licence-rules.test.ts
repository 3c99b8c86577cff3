import { describe, expect, it } from '@jest/globals'
import { licencesAsked } from '@linggong/api/core/person/licence-rule.ts'
import { COUNTY } from './county.ts'
import { LICENCE_RULES, SKILL_PAPERS } from './licence-rules.ts'
import { LICENCES, TRADES } from './trades.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const days = { first: today, last: today }

describe('the licence table of the county', () => {
  it.each(TRADES.map(({ name, licence }) => [name, licence] as const))(
    'asks in %s for what the word 证 means there: %s',
    (name, licence) => {
      expect(licencesAsked(LICENCE_RULES, name, days)).toEqual(licence === null ? [] : [licence])
    },
  )

  it('speaks of trades and licences that the county knows', () => {
    for (const { trade, cert } of LICENCE_RULES) {
      expect(COUNTY.trades).toContain(trade)
      expect(LICENCES).toContain(cert)
    }
  })

  it('ends no row before it begins, and says of each where it comes from', () => {
    for (const { from, until, source, issuer } of LICENCE_RULES) {
      expect(until === null || Temporal.PlainDate.compare(from, until) <= 0).toBe(true)
      expect(source.length * issuer.length).toBeGreaterThan(0)
    }
  })

  it('asks for no paper about a skill', () => {
    for (const paper of SKILL_PAPERS) expect(LICENCE_RULES.map(({ cert }) => cert)).not.toContain(paper)
  })
})
