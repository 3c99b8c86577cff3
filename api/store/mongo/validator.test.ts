import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { fenAmount, instant } from '../codecs.ts'
import { collection } from '../collection.ts'
import { basicValidator, validatorOf } from './validator.ts'

const identity = { id: z.string(), county: z.string(), version: z.int().positive() }
const of = (fields: z.ZodRawShape) => validatorOf(collection({ name: 'thing', schema: z.strictObject({ ...identity, ...fields }) }))

function wordsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([word, inner]) => [
    word,
    ...(word === 'properties' ? Object.values(inner).flatMap(wordsIn) : wordsIn(inner)),
  ])
}

/** All that MongoDB 7 knows (manual, $jsonSchema), as far as a zod schema can ask for it. */
const KNOWN = new Set(
  'type enum minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minItems maxItems maxLength properties required additionalProperties items oneOf anyOf allOf'.split(
    ' ',
  ),
)

describe('the validator made from a schema', () => {
  it('asks for the stored form: fields, kinds, choices, bounds, and nothing else beside _id', () => {
    const validator = of({
      at: instant.optional(),
      pay: fenAmount,
      state: z.enum(['open', 'full']),
      town: z.string().max(9).nullable(),
      note: z.string().nullable(),
    })
    expect(validator).toMatchObject({
      type: 'object',
      required: ['id', 'county', 'version', 'pay', 'state', 'town', 'note'],
      additionalProperties: false,
      properties: {
        _id: { type: 'string' },
        version: { type: 'number', multipleOf: 1, minimum: 0, exclusiveMinimum: true },
        at: { type: 'string' },
        pay: { type: 'number', multipleOf: 1, maximum: Number.MAX_SAFE_INTEGER },
        state: { type: 'string', enum: ['open', 'full'] },
        town: { anyOf: [{ type: 'string', maxLength: 9 }, { type: 'null' }] },
        note: { type: ['string', 'null'] },
      },
    })
  })

  it.each<readonly [string, z.ZodRawShape]>([
    ['patterns, formats and least lengths', { at: instant, text: z.string().min(2), mail: z.email(), day: z.iso.date() }],
    ['defaults and read-only fields', { tags: z.array(z.string()).default([]), note: z.string().readonly() }],
    [
      'alternatives',
      { either: z.union([z.strictObject({ a: z.int() }), z.string(), z.null()]), list: z.array(z.union([z.int(), z.string()])) },
    ],
    ['an open record and anything', { extra: z.record(z.string(), z.unknown()), by: z.record(z.enum(['a', 'b']), z.int()) }],
    ['a tuple and a literal', { pair: z.tuple([z.string(), z.int()]), one: z.literal(1), none: z.literal(null) }],
    ['a schema within itself', { tree: z.lazy((): z.ZodType => z.strictObject({ inner: z.lazy((): z.ZodType => z.string()) })) }],
  ])('uses only words that MongoDB knows for %s', (_what, fields) => {
    expect(wordsIn(of(fields)).filter((word) => !KNOWN.has(word))).toEqual([])
    expect(wordsIn(basicValidator(of(fields))).filter((word) => word === 'anyOf' || word === 'additionalProperties')).toEqual([])
  })

  it('lets _id into each alternative of a document', () => {
    const schema = z.discriminatedUnion('state', [
      z.strictObject({ ...identity, state: z.literal('open') }),
      z.strictObject({ ...identity, state: z.literal('done'), doneAt: instant }),
    ])
    const field = { properties: { _id: { type: 'string' } }, additionalProperties: false }
    expect(validatorOf(collection({ name: 'thing', schema }))).toMatchObject({ oneOf: [field, field] })
  })
})
