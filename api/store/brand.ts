import { z } from 'zod'
import type { ChatNumber } from '../core/chat-number.ts'
import type { Id } from '../core/id.ts'

/** Ids and chat numbers are stored as plain text; only ours are ever stored, so reading one brands it again. */
export const id = <Kind extends string>() => z.string().min(1).max(200) as unknown as z.ZodType<Id<Kind>, string>
export const storedChatNumber = z.string().min(1).max(12) as unknown as z.ZodType<ChatNumber, string>
