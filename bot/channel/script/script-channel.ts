import type { Channel, Incoming, Outgoing } from '../port.ts'

const BOT_MENTION = /[@＠](?:零工小助手|小助手|机器人|零工|bot)[\s\u2005]*/giu

export interface Said {
  readonly to: string
  readonly text: string
  /** What was shown below the text. */
  readonly picture?: { readonly alt: string }
}

const receiverOf = ({ to }: Outgoing): string => ('room' in to ? to.room : to.contact)

/** A picture stands with the words it follows, as people see it. */
function add(said: Said[], message: Outgoing): void {
  const to = receiverOf(message)
  if (message.picture === undefined) {
    said.push({ to, text: message.text })
    return
  }
  const last = said.at(-1)
  const above = last?.to === to && last.picture === undefined ? said.pop() : undefined
  said.push({ to, text: above?.text ?? '', picture: { alt: message.picture.alt } })
}

/** A channel that a script speaks through: what is heard is given, what is said is collected. It drives whole conversations without a network. */
export function createScriptChannel() {
  let listener: ((message: Incoming) => Promise<void>) | undefined
  let said: Said[] = []

  const channel: Channel = {
    name: 'script',
    capabilities: {
      groups: true,
      privateChats: true,
      initiates: true,
      cards: false,
      pictures: true,
      pace: { accountGapMs: [0, 0], conversationGapMs: 0, dailyCap: null },
    },
    async start(onIncoming) {
      listener = onIncoming
    },
    async send(message: Outgoing) {
      add(said, message)
      return {}
    },
    health: () => ({ ready: true, detail: 'script' }),
    async stop() {
      listener = undefined
    },
  }

  return {
    channel,
    /** Resolves when the line has been answered. A mention of the bot is taken out of the text, as the network's channels do. */
    async hear({ text, ...message }: Omit<Incoming, 'mentioned' | 'kind'>): Promise<void> {
      const kind = message.picture === undefined ? 'text' : 'picture'
      const mentioned = BOT_MENTION.test(text)
      BOT_MENTION.lastIndex = 0
      await listener?.({ ...message, kind, text: text.replace(BOT_MENTION, '').trim(), mentioned })
    },
    /** What was said since it was asked last. */
    takeSaid(): readonly Said[] {
      const taken = said
      said = []
      return taken
    },
  }
}
