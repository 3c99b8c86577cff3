import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { generateKeys, type WrittenKeys } from './key-ring.ts'
import type { RandomSource } from './random.ts'
import { VaultError } from './vault-error.ts'

const written = z.strictObject({ keys: z.string(), indexKey: z.string() })

const errorCode = (error: unknown): unknown => (typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined)

/** The file's text; undefined when there is no file, while a file that cannot be read throws. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw new VaultError(`${path} cannot be read (${errorCode(error)})`)
  }
}

/** Broken keys are never replaced by new ones: everything sealed under them would be lost without a word. */
function parsed(text: string, path: string): WrittenKeys {
  try {
    return written.parse(JSON.parse(text))
  } catch {
    throw new VaultError(`${path} is damaged; put it back from a backup, since nothing stored opens without it`)
  }
}

function sync(path: string, write?: string): void {
  const file = openSync(path, write === undefined ? 'r' : 'wx', 0o600)
  try {
    if (write !== undefined) writeFileSync(file, write)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

// Windows opens no directory and keeps the entry without it.
function syncFolder(path: string): void {
  if (process.platform !== 'win32') sync(dirname(path))
}

/** Whole or not there at all, and the first of two processes that start at once wins: a hard link never overwrites. */
function createOnce(path: string, text: string): void {
  const draft = `${path}.${process.pid}`
  rmSync(draft, { force: true })
  try {
    sync(draft, text)
    linkSync(draft, path)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw new VaultError(`${path} cannot be written (${errorCode(error)})`)
  } finally {
    rmSync(draft, { force: true })
  }
  syncFolder(path)
}

const textFor = (keys: WrittenKeys): string => `${JSON.stringify(keys, null, 2)}\n`

/** The keys that lie there; throws where there are none, for whoever only looks. */
export function keysFoundIn(path: string): WrittenKeys {
  const text = textOf(path)
  if (text === undefined) throw new VaultError(`${path} is not there`)
  return parsed(text, path)
}

/** The keys of a data directory: made once on its first start, the same ever after. Only the owner may read the file. */
export function keysInFile(path: string, random: RandomSource): WrittenKeys {
  const before = textOf(path)
  if (before !== undefined) return parsed(before, path)
  mkdirSync(dirname(path), { recursive: true })
  createOnce(path, textFor(generateKeys(random)))
  return parsed(textOf(path) ?? '', path)
}

/** Puts other keys in the place of those that lie there; the file is the old one or the new one at any moment. */
export function changeKeysIn(path: string, changed: (before: WrittenKeys) => WrittenKeys): void {
  const after = changed(keysFoundIn(path))
  const draft = `${path}.${process.pid}`
  rmSync(draft, { force: true })
  sync(draft, textFor(after))
  renameSync(draft, path)
  syncFolder(path)
}
