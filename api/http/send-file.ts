import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FILE_TYPES, type FileAnswer } from '../contract/file-answer.ts'

/** The name in both forms, for it is Chinese: RFC 6266 has the second read by whoever can. */
const dispositionOf = ({ name, format }: FileAnswer): string =>
  `attachment; filename="file.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`

export const fileHeaders = (file: FileAnswer): readonly string[] => [
  ...['Content-Type', FILE_TYPES[file.format], 'Content-Disposition', dispositionOf(file)],
]

interface Sending {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/** As fast as the caller reads. Rejects where the making failed or the caller hung up: the answer is cut off, for its status is long gone. */
export async function sendBytes({ request, response }: Sending, { bytes }: FileAnswer): Promise<void> {
  if (request.method === 'HEAD') response.end()
  else await pipeline(Readable.from(bytes), response)
}

export const hungUp = (error: unknown): boolean => Reflect.get(Object(error), 'code') === 'ERR_STREAM_PREMATURE_CLOSE'
