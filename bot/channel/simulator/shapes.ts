import { LIMIT } from '@linggong/api/core/limit.ts'
import { accept, type Result, refuse } from '@linggong/api/core/result.ts'
import { z } from 'zod'

const contactId = z.string().min(1).max(128)
const messageId = z.string().regex(/^[\x21-\x7e]{1,128}$/, '1 to 128 printable ASCII characters')

/** Anything a person can type, the hostile too: what comes of it is the bot's business. Only nothing cannot be sent. */
const text = z.string().min(1)

export const saying = z.strictObject({
  from: contactId,
  room: contactId.exactOptional(),
  text,
  id: messageId.exactOptional(),
  quote: text.exactOptional(),
})

/** A picture: whatever bytes somebody has, for what they are is the bot's business too. */
export const showing = z.strictObject({
  from: contactId,
  room: contactId.exactOptional(),
  picture: z.base64().min(1),
  id: messageId.exactOptional(),
})

export const joining = z.strictObject({
  name: z
    .string()
    .max(LIMIT.nameCharacters)
    .trim()
    .min(1)
    .refine((name) => name.isWellFormed() && !/\p{Cc}/u.test(name), 'no control characters'),
})

export const framing = z.strictObject({ type: z.literal('say'), ref: z.string().max(64), ...saying.omit({ id: true }).shape })

export const position = z
  .string()
  .regex(/^\d{1,15}$/, 'a whole number')
  .transform(Number)

/** The field at fault and why stand in the facts; what was sent does not. */
export function parse<T>(shape: z.ZodType<T>, input: unknown): Result<T> {
  const parsed = shape.safeParse(input)
  if (parsed.success) return accept(parsed.data)
  const [issue] = parsed.error.issues
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0]?.slice(0, 60) : undefined
  return refuse('bad-request', { field: unknown ?? issue?.path.join('.') ?? '', reason: issue?.message.slice(0, 120) ?? '' })
}

export function parseJson<T>(shape: z.ZodType<T>, body: string): Result<T> {
  let input: unknown
  try {
    input = JSON.parse(body)
  } catch {
    return refuse('bad-request', { field: '', reason: 'not JSON' })
  }
  return parse(shape, input)
}
