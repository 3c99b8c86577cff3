import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Where the scripts of the pages are put, ready to be sent. */
export const BUILT_FOLDER = path.join(import.meta.dirname, 'dist')
export const BUILD_FILE = path.join(import.meta.dirname, 'build.ts')
export const STYLES_FOLDER = path.join(import.meta.dirname, 'styles')
export const REPOSITORY = path.resolve(import.meta.dirname, '../..')
/** Which sources the scripts were made of, each with its digest. */
export const MADE_OF = 'made-of.json'

export type MadeOf = Readonly<Record<string, string>>

export const digestOf = (file: string): string =>
  existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('base64url') : 'missing'

/** undefined: nothing was built. */
export function madeOf(folder = BUILT_FOLDER): MadeOf | undefined {
  const note = path.join(folder, MADE_OF)
  return existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')) : undefined
}

/** Whether what was built is what would be built now; only what went into it is looked at. */
export function isFresh(folder = BUILT_FOLDER): boolean {
  const sources = madeOf(folder)
  return sources !== undefined && Object.entries(sources).every(([file, digest]) => digestOf(path.join(REPOSITORY, file)) === digest)
}
