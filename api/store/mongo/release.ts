import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const manifest = z.object({ version: z.string() })
const PARTS = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:-|$)/

/** A version as one number that sorts as releases follow one another: 0.12.3 is 12 003. */
export function releaseNumber(version: string): number {
  const [major, minor, patch] = PARTS.exec(version)?.slice(1).map(Number) ?? []
  if (major === undefined || minor === undefined || patch === undefined) throw new Error(`${version} is no version of three numbers`)
  return (major * 1000 + minor) * 1000 + patch
}

export const releaseName = (release: number): string =>
  [Math.floor(release / 1_000_000), Math.floor(release / 1000) % 1000, release % 1000].join('.')

/** This release: what the package says. Whoever changes a schema for a county that runs gives it a higher one. */
export const RELEASE = releaseNumber(
  manifest.parse(JSON.parse(readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8'))).version,
)
