import type { Scalar } from '../port.ts'

/**
 * Values as bytes that compare (memcmp) as the values do, tuple by tuple: a tag a kind (null < numbers < text < false < true, as
 * MongoDB sorts them), then the value. So a prefix, a range and "everything behind this row" are each one interval of bytes.
 */
const TAG = { null: 0x01, number: 0x02, text: 0x03, false: 0x04, true: 0x05 } as const

/** After every tag: `prefix + END` lies behind all that begin with the prefix. */
const END = Buffer.of(0x06)

/** Before every tag: `key + START` lies directly behind the key itself. */
const START = Buffer.of(0x00)

const TEXT_END = Buffer.of(0x00)
const NUL_WITHIN = Buffer.of(0x00, 0xff)

/** IEEE 754 sorts as unsigned bytes once the sign bit is turned, and all bits of a negative. */
function numberKey(value: number): Buffer {
  const key = Buffer.alloc(9, TAG.number)
  key.writeDoubleBE(value, 1)
  const negative = key.readUInt8(1) >= 0x80
  for (let at = 1; at < 9; at++) key.writeUInt8(key.readUInt8(at) ^ (negative ? 0xff : at === 1 ? 0x80 : 0), at)
  return key
}

/** UTF-8 sorts by code point. A NUL within the text is followed by FF, so that the text's end (00, then a tag or END) comes before it. */
function textKey(value: string): Buffer {
  const [first = '', ...more] = value.split('\0')
  const parts = more.flatMap((part) => [NUL_WITHIN, Buffer.from(part)])
  return Buffer.concat([Buffer.of(TAG.text), Buffer.from(first), ...parts, TEXT_END])
}

function valueKey(value: Scalar): Buffer {
  if (value === null) return Buffer.of(TAG.null)
  if (typeof value === 'boolean') return Buffer.of(value ? TAG.true : TAG.false)
  return typeof value === 'number' ? numberKey(value) : textKey(value)
}

export const sortKey = (values: readonly Scalar[]): Buffer => Buffer.concat(values.map(valueKey))

/** The first key behind all keys that begin with this prefix. */
export const behindPrefix = (prefix: Buffer): Buffer => Buffer.concat([prefix, END])

/** The first key behind this very key. */
export const behindKey = (key: Buffer): Buffer => Buffer.concat([key, START])

/** The first key of a real value after this prefix: null sorts before it. */
export const behindNull = (prefix: Buffer): Buffer => Buffer.concat([prefix, Buffer.of(TAG.number)])
