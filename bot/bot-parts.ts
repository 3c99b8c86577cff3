import type { Client } from '@linggong/api/contract/handler.ts'
import type { Clock } from '@linggong/api/core/clock.ts'
import type { Channel } from './channel/port.ts'
import type { County, Reader } from './dialogue/turn.ts'
import type { Pacer } from './pipeline/pacer.ts'
import type { Inbox, Sessions } from './ports.ts'

/** All that a bot is made of; whoever starts one puts it together. */
export interface BotParts {
  readonly channel: Channel
  readonly client: Client
  readonly inbox: Inbox
  readonly sessions: Sessions
  readonly reader: Reader
  readonly county: County
  readonly pacer: Pacer
  readonly clock: Clock
  readonly onError: (error: unknown) => void
}
