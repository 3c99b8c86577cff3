import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { type Root, rootText } from '../core/audit/root.ts'
import { checkStamp, stampOf } from '../vault/stamp.ts'
import type { Vault } from '../vault/vault.ts'

/** Where roots are written out to, and how: one file a day. */
export interface RootFiles {
  /** Once it is there it stays as it is. */
  write(root: Root): void
  /** What lies there, the oldest day first; `fault` is why it stands for nothing. */
  read(): readonly FoundRoot[]
}

export interface FoundRoot {
  readonly day: string
  readonly root: Root | undefined
  readonly fault: 'root-forged' | 'root-key-missing' | undefined
}

interface RootParts {
  readonly folder: string
  readonly county: string
  readonly vault: Pick<Vault, 'indexes'>
}

const written = z.strictObject({
  county: z.string(),
  day: z.string(),
  line: z.int().positive(),
  hash: z.string(),
  mac: z.string(),
})

const FILE = /^(\d{4}-\d\d-\d\d)\.json$/

const PURPOSE = 'audit-root'
const FAULT = { right: undefined, wrong: 'root-forged', 'no-key': 'root-key-missing' } as const

/** Whole or not there at all: a rename never leaves half a file. */
function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}`
  const descriptor = openSync(draft, 'w', 0o600)
  try {
    writeFileSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(draft, file)
}

function parsed(text: string): z.output<typeof written> | undefined {
  try {
    return written.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

export function rootFiles({ folder, county, vault }: RootParts): RootFiles {
  const own = path.join(folder, county)
  const fileOf = (day: string): string => path.join(own, `${day}.json`)

  const names = (): readonly string[] => {
    if (!existsSync(own)) return []
    return readdirSync(own)
      .filter((name) => FILE.test(name))
      .sort()
  }
  const readOne = (day: string): FoundRoot => {
    const found = parsed(readFileSync(fileOf(day), 'utf8'))
    if (found === undefined || found.day !== day || found.county !== county) return { day, root: undefined, fault: 'root-forged' }
    const { mac, ...root } = found
    return { day, root, fault: FAULT[checkStamp(vault, mac, { purpose: PURPOSE, text: rootText(root) })] }
  }
  return {
    write(root) {
      if (existsSync(fileOf(root.day))) return
      mkdirSync(own, { recursive: true })
      writeWhole(fileOf(root.day), `${JSON.stringify({ ...root, mac: stampOf(vault, PURPOSE, rootText(root)) })}\n`)
    },
    read: () => names().map((name) => readOne(name.slice(0, -'.json'.length))),
  }
}
