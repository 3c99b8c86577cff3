import { LIMIT } from '../limit.ts'
import { accept, type Result, refuse } from '../result.ts'
import { cleanJpeg } from './jpeg.ts'
import { cleanPng } from './png.ts'

/** A picture as its own format wants it and nothing besides: no place, no camera, no comment, nothing behind its end. */
export interface CleanPicture {
  readonly format: 'jpeg' | 'png'
  readonly widthPixels: number
  readonly heightPixels: number
  readonly bytes: Uint8Array
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, at) => bytes[at] === byte)
const JPEG = [0xff, 0xd8, 0xff]
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/**
 * What somebody sent as a picture, by its first bytes and never by its name. It is not decoded: its parts are walked through, those that draw
 * are kept, and all that could say more than the picture, or be something else at the same time, is left behind.
 */
export function cleanPicture(bytes: Uint8Array): Result<CleanPicture> {
  if (bytes.length > LIMIT.pictureBytes) return refuse('picture-too-large', { maxBytes: LIMIT.pictureBytes })
  const format = startsWith(bytes, JPEG) ? 'jpeg' : startsWith(bytes, PNG) ? 'png' : undefined
  const clean = format && (format === 'jpeg' ? cleanJpeg(bytes) : cleanPng(bytes))
  if (format === undefined || clean === undefined) return refuse('picture-unreadable')
  const { widthPixels, heightPixels } = clean
  if (widthPixels < 1 || heightPixels < 1) return refuse('picture-unreadable')
  const isTooLarge = Math.max(widthPixels, heightPixels) > LIMIT.pictureSidePixels || widthPixels * heightPixels > LIMIT.picturePixels
  return isTooLarge ? refuse('picture-too-large', { maxBytes: LIMIT.pictureBytes }) : accept({ format, ...clean })
}
