// What some tests need from the system and npm cannot bring: how to see that it is there, and how to get it.
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** @typedef {'redis-server' | 'chromium' | 'chinese-font'} SystemNeed */

/**
 * @param {readonly string[]} names
 * @returns {string | undefined} the full path of the first program that is there
 */
function program(names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable)
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export function redisServer() {
  return program(['redis-server'])
}

export function chromium() {
  return process.env['CHROMIUM_PATH'] || program(['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'])
}

/** Desktops other than Linux come with Chinese fonts. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true
  const { stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return Boolean(stdout?.trim())
}

/** @type {Readonly<Record<SystemNeed, { debian: string, elsewhere: string, present: () => boolean }>>} */
export const SYSTEM_NEEDS = {
  'redis-server': { debian: 'redis-server', elsewhere: 'brew install redis', present: () => redisServer() !== undefined },
  chromium: { debian: 'chromium', elsewhere: 'install Chrome and set CHROMIUM_PATH to it', present: () => chromium() !== undefined },
  'chinese-font': { debian: 'fonts-wqy-zenhei', elsewhere: 'install any Chinese font', present: hasChineseFont },
}

/** @param {SystemNeed} need */
export function howToGet(need) {
  const { debian, elsewhere } = SYSTEM_NEEDS[need]
  return process.platform === 'linux' ? `apt-get install ${debian}` : elsewhere
}

/** @returns {SystemNeed[]} */
export function missingNeeds() {
  return /** @type {SystemNeed[]} */ (Object.keys(SYSTEM_NEEDS)).filter((need) => !SYSTEM_NEEDS[need].present())
}
