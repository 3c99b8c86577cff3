import { anIdNumber } from '@linggong/api/core/person/testing/id-numbers.ts'
import { METRICS } from '@linggong/api/core/statistics/catalogue.ts'
import fc from 'fast-check'
import { z } from 'zod'
import { MORNING } from '../../kit/a-county.ts'
import { SEATED_PASSWORD } from '../../kit/seat-staff.ts'

/** As much of JSON Schema as the contract's rows need. */
export interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly maximum?: number
  readonly format?: string
  readonly pattern?: string
}

/** What a caller may send for a part of a row. */
export const schemaOf = (part: z.ZodType): Schema => z.toJSONSchema(part, { io: 'input', unrepresentable: 'any' }) as Schema // by definition

/** Where a field means more than its schema says. */
const MEANT: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  name: fc.constantFrom('王小明', '李二牛', '张三妹'),
  idNumber: fc.integer({ min: 1, max: 999 }).map((sequence) => anIdNumber('19800229', { sequence })),
  phone: fc.integer({ min: 0, max: 9999 }).map((last) => `1375980${String(last).padStart(4, '0')}`),
  code: fc.constantFrom('4821', '0000', '1234', '12345678'),
  password: fc.constantFrom(SEATED_PASSWORD, SEATED_PASSWORD, 'wrong as can be'),
  route: fc.constantFrom('settleContested', 'setCreditLine', 'exportWageLedger', 'takeJob', 'constructor'),
  trade: fc.constantFrom('搬运', '采摘', '电焊', '没有的工种'),
  metric: fc.constantFrom(...Object.keys(METRICS)),
  startsAt: fc.integer({ min: -60, max: 60 * 24 * 30 }).map((minutes) => MORNING.add({ minutes }).toString()),
  hoursPerDay: fc.constantFrom(null, 0.5, 8, 12),
}

const WORDS = ['搬运', '采摘', '古镛镇', '县政府对面', '明天早点来', 'abc', '🍊', '=1+1', '{{x}}']

function someText({ format, pattern, minLength = 0, maxLength = 50 }: Schema): fc.Arbitrary<unknown> {
  const days = fc.integer({ min: -3, max: 70 }).map((day) => Temporal.PlainDate.from('2026-11-23').add({ days: day }).toString())
  if (format === 'date') return days
  if (format === 'date-time')
    return fc.tuple(days, fc.nat({ max: 23 })).map(([day, hour]) => `${day}T${String(hour).padStart(2, '0')}:30:00+08:00`)
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern))
  const words = fc.constantFrom(...WORDS).map((word) => word.slice(0, maxLength))
  return fc.oneof(
    words,
    fc.string({ minLength, maxLength: Math.min(maxLength, 60), unit: 'grapheme' }).map((text) => text.slice(0, maxLength)),
  )
}

function someNumber({ type, minimum, exclusiveMinimum, maximum = 1000 }: Schema): fc.Arbitrary<unknown> {
  const min = minimum ?? (exclusiveMinimum === undefined ? -1000 : exclusiveMinimum + 1)
  return type === 'integer'
    ? fc.integer({ min, max: maximum })
    : fc.integer({ min: min * 10, max: maximum * 10 }).map((tenths) => tenths / 10)
}

/** Values that a schema allows; what it does not say (a rule of the county) they may still break. */
export function valid(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if ('const' in schema) return fc.constant(schema.const)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map(valid))
  switch (schema.type) {
    case 'object':
      return fc.record(mapped(schema.properties ?? {}), { requiredKeys: [...(schema.required ?? [])] })
    case 'array':
      return fc.array(valid(schema.items ?? {}), { maxLength: Math.min(schema.maxItems ?? 5, 5) })
    case 'string':
      return someText(schema)
    case 'integer':
    case 'number':
      return someNumber(schema)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      throw new Error(`no values are known for ${JSON.stringify(schema)}`)
  }
}

const mapped = (properties: Readonly<Record<string, Schema>>) =>
  Object.fromEntries(Object.entries(properties).map(([name, of]) => [name, MEANT[name] ?? valid(of)]))
