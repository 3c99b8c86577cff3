import { describe } from '@jest/globals'
import { MovableClock } from '../schedule/testing/movable-clock.ts'
import { openDesks } from './testing/desks.ts'
import { KEYS, startTown } from './testing/payment-room.ts'
import { type Played, providerSuite } from './testing/provider-suite.ts'

describe('the sandbox behind its wire', () =>
  providerSuite(async (): Promise<Played> => {
    const { sandbox, provider, clock, stop } = await startTown({ timeoutMs: 300 })
    return { provider, hands: sandbox, mischief: sandbox.mischief, notices: sandbox.notices, clock, stop }
  }))

describe('the sandbox without a wire', () =>
  providerSuite(async (): Promise<Played> => {
    const clock = new MovableClock('2026-11-23T08:00:00Z')
    const desks = openDesks({ clock, keys: KEYS })
    return { provider: desks.provider, hands: desks, mischief: desks.mischief, notices: desks.notices, clock, stop: async () => undefined }
  }))
