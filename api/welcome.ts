import type { Config } from './config.ts'
import type { FirstCodes } from './staff/first-account.ts'

/** What whoever started it needs to know, and nothing more. */
export function welcome(config: Config, port: number, firstCodes: FirstCodes | undefined): void {
  const { role, host, puppet, demo } = config
  const at = `http://${host === '0.0.0.0' || host === '127.0.0.1' ? 'localhost' : host}:${port}`
  const lines = [`linggong (${role}) is up.`]
  if (role === 'all' && puppet === undefined) lines.push(`  chat     ${at}/simulator`)
  lines.push(`  api      ${at}/docs`)
  lines.push(`  screen   ${at}/screen`)
  /** Behind a #, which no browser sends and no log has. */
  lines.push(`  figures  ${at}/statistics${config.statsTokenIsNew ? `#token=${config.statsToken}` : ''}`)
  if (config.statsTokenIsNew) lines.push(`           ${at}/stats/metrics   Authorization: Bearer ${config.statsToken}`)
  lines.push(
    `  console  ${at}/console${firstCodes === undefined ? '' : `#code=${firstCodes.clerk}   for a clerk of the hall, good once and for 15 minutes`}`,
  )
  if (firstCodes !== undefined) lines.push(`           ${at}/console#code=${firstCodes.admin}   for who invites others, as well`)
  if (demo) lines.push('  The demo county loads in the background; its money is play money and its people are made up.')
  process.stdout.write(`${lines.join('\n')}\n`)
}
