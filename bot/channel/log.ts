/** What a channel needs of a logger; pino has this shape. Facts carry ids and reasons, never what somebody said. */
export interface ChannelLog {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}
