import { argon2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { normalPassword } from '../core/staff/password.ts'
import { createGate } from '../store/gate.ts'
import type { RandomSource } from '../vault/random.ts'

export interface PasswordCost {
  readonly memoryKib: number
  readonly passes: number
  readonly lanes: number
}

export interface PasswordHasher {
  hash(password: string): Promise<string>
  matches(password: string, hashed: string): Promise<boolean>
  /** Whether it was made with less than is usual now. */
  isDated(hashed: string): boolean
}

interface HasherParts {
  /** Mixes in what does not lie in the database: whoever has only that cannot even begin to guess. */
  readonly pepper: (text: string) => string
  readonly random: RandomSource
  readonly cost?: PasswordCost
}

/** The least of what OWASP advises for argon2id: 19 MiB, two passes. About a tenth of a second. */
const COST: PasswordCost = { memoryKib: 19_456, passes: 2, lanes: 1 }
const SALT_BYTES = 16
const HASH_BYTES = 32
const SHAPE = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/
/** One at a time, so that a crowd of guesses takes one core at most; who comes behind so many others is asked to come again. */
const GATE_LIMITS = { holdMs: 15_000, waitingMax: 50 }

const derive = promisify(argon2)
const unpadded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '')

const costText = ({ memoryKib, passes, lanes }: PasswordCost): string => `m=${memoryKib},t=${passes},p=${lanes}`

/** Passwords as argon2id in the usual text form, which names its own cost, so that the cost can grow. */
export function createPasswordHasher({ pepper, random, cost = COST }: HasherParts): PasswordHasher {
  const gate = createGate(GATE_LIMITS)

  function digestOf(password: string, salt: Uint8Array, { memoryKib, passes, lanes }: PasswordCost): Promise<Uint8Array> {
    const message = Buffer.from(pepper(normalPassword(password)))
    const parameters = { message, nonce: salt, parallelism: lanes, tagLength: HASH_BYTES, memory: memoryKib, passes }
    return gate.run('hash', () => derive('argon2id', parameters))
  }

  return {
    async hash(password) {
      const salt = random.bytes(SALT_BYTES)
      return `$argon2id$v=19$${costText(cost)}$${unpadded(salt)}$${unpadded(await digestOf(password, salt, cost))}`
    },
    async matches(password, hashed) {
      const [, memory, passes, lanes, salt = '', expected = ''] = SHAPE.exec(hashed) ?? []
      const made = { memoryKib: Number(memory), passes: Number(passes), lanes: Number(lanes) }
      const digest = await digestOf(password, Buffer.from(salt, 'base64'), made)
      const wanted = Buffer.from(expected, 'base64')
      return wanted.length === digest.length && timingSafeEqual(digest, wanted)
    },
    isDated: (hashed) => !hashed.startsWith(`$argon2id$v=19$${costText(cost)}$`),
  }
}
