import { log } from 'wechaty-puppet'

/**
 * wechaty prints what happens, texts and names included. Errors reach us as events, so it may keep still; a developer who wants to hear it
 * sets WECHATY_LOG, which wechaty reads itself.
 */
export function hushWechaty(): void {
  if (!process.env['WECHATY_LOG']) log.level('silent')
}
