import { z } from 'zod'
import { LIMIT } from '../core/limit.ts'

/** The empty object: a route without parameters, query or body refuses whatever is sent there. */
export const nothing = z.strictObject({})

/** Text a person typed: no control characters but the line break, trimmed, bounded by the caller. */
export const typedText = (characters: number) =>
  z
    .string()
    .max(characters)
    .refine((text) => text.isWellFormed(), 'not well-formed')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    .refine((text) => !/[\u0000-\u0009\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/.test(text), 'control characters')
    .transform((text) => text.trim())

/** Text that must say something: a reason, a note, a name. */
export const saidText = (characters: number) => typedText(characters).refine((text) => text.length > 0, 'empty')

const INSTANT = /^20\d\d-[^.]+(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/
/** Of this century, so that years have four digits whatever is added to them, and no finer than a nanosecond, which would be no instant. */
export const wireInstant = z.iso.datetime({ offset: true }).refine((text) => INSTANT.test(text), 'not an instant of this century')
export const wireDay = z.iso.date()
/** A chat number: digits, four to eight; whether its check digit is right is for the job slice to say. */
export const chatNumberText = z.string().regex(/^\d{4,8}$/)
/** The digits of a one-time code, as they are typed in chat. */
export const codeText = z.string().regex(/^\d{6,8}$/)
export const typedCode = z.strictObject({ code: codeText })
export const wireFen = z.int().min(0)
const cursor = z.string().max(500)
/** One page of a list: how many rows, after the page before it. */
export const pageAsked = (usual = 20) => ({
  after: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(LIMIT.pageSize).default(usual),
})

/** A file inside JSON. */
export const base64Of = (bytes: number) => z.base64().max(Math.ceil(bytes / 3) * 4)
/** How large a request may be that carries one beside a few words. */
export const bodyBytesWith = (bytes: number): number => Math.ceil(bytes / 3) * 4 + 4096
