import type { IncomingMessage } from 'node:http'
import { LIMIT } from '../core/limit.ts'

/** Beside the picture there are a few names and the lines between the parts. */
const FORM_BYTES = LIMIT.pictureBytes + 16 * 1024
/** A picture that is too large is read on and thrown away up to here, so that its sender sees why. */
const DISCARDED_BYTES = 24 * 1024 * 1024

export type Upload =
  | { readonly state: 'read'; readonly picture: Uint8Array; readonly cert: string }
  | { readonly state: 'picture-missing' | 'picture-too-large' }

/** The picture in a form, and of which paper it is. The parts are taken apart by the platform's own reader. */
export async function readUpload(request: IncomingMessage): Promise<Upload> {
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data;')) return { state: 'picture-missing' }
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes <= FORM_BYTES) chunks.push(chunk)
    if (bytes > DISCARDED_BYTES) break
  }
  if (bytes > FORM_BYTES) return { state: 'picture-too-large' }
  const form = await formOf(Buffer.concat(chunks), type)
  const [picture, cert] = [form?.get('picture'), form?.get('cert')]
  if (!(picture instanceof File) || picture.size === 0) return { state: 'picture-missing' }
  return { state: 'read', picture: new Uint8Array(await picture.arrayBuffer()), cert: typeof cert === 'string' ? cert : '' }
}

/** undefined where it is no form at all. */
async function formOf(body: Buffer, type: string): Promise<FormData | undefined> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  } catch {
    return undefined
  }
}
