import type { ChannelLog } from '../log.ts'

export interface RecordedLog extends ChannelLog {
  readonly entries: { readonly level: keyof ChannelLog; readonly message: string; readonly facts: object }[]
}

/** Prints nothing and remembers everything. */
export function recordedLog(): RecordedLog {
  const entries: RecordedLog['entries'] = []
  const record = (level: keyof ChannelLog) => (facts: object, message: string) => void entries.push({ level, message, facts })
  return { entries, info: record('info'), warn: record('warn'), error: record('error') }
}
