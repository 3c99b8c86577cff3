import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Whether node_modules holds what the lock file asks for. npm writes down what it has put there last of all, so a half-finished install
 * has no such note. Builds for other machines are in the lock file but not in the folder.
 * @param {string} repository
 */
export function isInstalled(repository) {
  const note = join(repository, 'node_modules', '.package-lock.json')
  if (!existsSync(note)) return false
  const wanted = packagesOf(join(repository, 'package-lock.json'))
  const present = packagesOf(note)
  return Object.entries(wanted).every(([path, { version, integrity, optional, devOptional }]) => {
    if (!path.includes('node_modules/')) return true
    const found = present[path]
    if (found === undefined) return Boolean(optional || devOptional)
    return found.version === version && found.integrity === integrity
  })
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }>}
 */
function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages
}
