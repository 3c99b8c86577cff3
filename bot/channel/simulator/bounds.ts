/** Every bound of the simulator, its unit in the name: it runs for weeks and anybody may write to it. */
export const BOUND = {
  bodyBytes: 64 * 1024,
  /** A picture in base64 in JSON, and more than the bot takes, so that its "too large" can be seen. */
  pictureBodyBytes: 7 * 1024 * 1024,
  /** Up to here a body that is too long is read and thrown away, so that the sender gets to see the answer. */
  discardedBytes: 8 * 1024 * 1024,
  linesKept: 10_000,
  charactersKept: 32_000_000,
  linesPerAnswer: 1_000,
  linesPerHello: 500,
  people: 5_000,
  backlog: 10_000,
  sockets: 64,
  socketBufferBytes: 4 * 1024 * 1024,
  charactersShown: 2_000,
  pushEveryMs: 20,
  pingEveryMs: 30_000,
} as const
