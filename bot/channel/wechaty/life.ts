import type { Wechaty } from 'wechaty'
import type { ChannelLog } from '../log.ts'
import type { Patience } from './patience.ts'
import type { Life } from './supervisor.ts'

export interface LifeOptions {
  readonly log: ChannelLog
  readonly patience: Patience
  readonly onScan: () => void
}

/**
 * Starts a bot. `bot.start()` resolves although nobody is logged in and although the puppet failed, so it is asked for neither: only the event
 * `login` counts.
 */
export function beginLife(bot: Wechaty, { log, patience, onScan }: LifeOptions): Life {
  const login = Promise.withResolvers<void>()
  const end = Promise.withResolvers<string>()
  const impatience = setTimeout(() => login.reject(new Error('neither a login nor a QR code in time')), patience.loginMs)
  // Nobody may be waiting for the login any more when it fails.
  login.promise.catch(() => undefined)

  // Without this listener an `error` would be thrown inside wechaty's own async listeners and end the process.
  let reported = ''
  bot.on('error', ({ message: reason }) => {
    // A puppet without a network repeats itself several times a second.
    if (reason !== reported) log.warn({ reason }, 'wechaty reports an error')
    reported = reason
  })
  bot.on('scan', (qrcode, status) => {
    impatience.refresh()
    log.warn({ qrcode, status }, 'scan this QR code with the account of the bot')
    onScan()
  })
  bot.on('login', () => {
    clearTimeout(impatience)
    login.resolve()
  })
  bot.on('logout', (_account, reason) => end.resolve(reason ?? 'logged out'))
  void startOrFail(bot, login.reject)
  const stop = () => {
    clearTimeout(impatience)
    return stopWithin(bot, patience.stopMs)
  }
  return { login: login.promise, end: end.promise, stop }
}

async function startOrFail(bot: Wechaty, fail: (reason: Error) => void): Promise<void> {
  try {
    await bot.start()
    if (bot.puppet.state.inactive()) fail(new Error('the puppet did not start'))
  } catch (error) {
    fail(error instanceof Error ? error : new Error(String(error)))
  }
}

/** A puppet may hang while it stops; we wait a while and let it go. */
async function stopWithin(bot: Wechaty, ms: number): Promise<void> {
  const { promise: enough, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, ms)
  await Promise.race([bot.stop().catch(() => undefined), enough])
  clearTimeout(timer)
}
