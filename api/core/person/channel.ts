/** How somebody came to be registered: by himself in the chat, or by the staff of a station, the hall or a list that they brought. */
export const CHANNELS = ['chat', 'staff'] as const
export type Channel = (typeof CHANNELS)[number]
