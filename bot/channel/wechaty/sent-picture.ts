import { LIMIT } from '@linggong/api/core/limit.ts'
import type { Message } from 'wechaty'
import type { SentPicture } from '../port.ts'

const FETCH_WITHIN_MS = 30_000

/** The bytes of a picture somebody sent, no more of them than may be; puppets fetch them from far away, and not always. */
export async function sentPicture(message: Pick<Message, 'toFileBox'>, withinMs = FETCH_WITHIN_MS): Promise<SentPicture> {
  const { promise, resolve } = Promise.withResolvers<SentPicture>()
  const timer = setTimeout(() => resolve({ missing: 'lost' }), withinMs)
  try {
    return await Promise.race([fetched(message), promise])
  } catch {
    return { missing: 'lost' }
  } finally {
    clearTimeout(timer)
  }
}

async function fetched(message: Pick<Message, 'toFileBox'>): Promise<SentPicture> {
  const file = await message.toFileBox()
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of await file.toStream()) {
    const part = Buffer.from(chunk)
    bytes += part.length
    if (bytes > LIMIT.pictureBytes) return { missing: 'too-large' }
    chunks.push(part)
  }
  return { base64: Buffer.concat(chunks).toString('base64') }
}
