import { LIMIT } from '@linggong/api/core/limit.ts'
import type { Incoming } from '../channel/port.ts'

const NAME_CHARACTERS = 64

const cut = (text: string, characters: number): string => text.slice(0, characters).toWellFormed()

/** As much of a message as is ever read, well formed: nothing longer is kept, however much somebody pastes. */
export const tidy = (message: Incoming): Incoming => ({
  ...message,
  name: cut(message.name, NAME_CHARACTERS),
  text: cut(message.text, LIMIT.chatTextCharacters),
  ...(message.quote === undefined ? {} : { quote: cut(message.quote, LIMIT.chatTextCharacters) }),
})
