import { describe, expect, it } from '@jest/globals'
import { tellableField } from './field-errors.ts'

describe('the name of a wrong field', () => {
  it.each([
    ['body.pay.amountFen', 'body.pay.amountFen'],
    ['body.takes.12.worker', 'body.takes.12.worker'],
    ['body.__proto__', 'body.__proto__'],
    ['body.$where', 'body.$where'],
    ['header.Idempotency-Key', 'header.Idempotency-Key'],
    ['body.350428198802295539', 'body.?'],
    ['query.13800001234', 'query.?'],
    ['body.廖大山', 'body.?'],
    ['body.<img src=x>', 'body.?'],
    ['body.', 'body.?'],
    [`body.${'x'.repeat(41)}`, 'body.?'],
  ])('%s comes back as %s', (field, told) => {
    expect(tellableField(field)).toBe(told)
  })
})
