import { argon2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { normalPassword } from '../core/staff/password.ts'
import { createGate } from '../store/gate.ts'
import { UNNAMED_KID } from '../vault/key-ring.ts'
import type { RandomSource } from '../vault/random.ts'
import type { Vault } from '../vault/vault.ts'

export interface PasswordCost {
  readonly memoryKib: number
  readonly passes: number
  readonly lanes: number
}

export interface PasswordHasher {
  hash(password: string): Promise<string>
  matches(password: string, hashed: string): Promise<boolean>
  /** Whether it was made with less than is usual now, or with another key. */
  isDated(hashed: string): boolean
}

/** Mixes in what does not lie in the database: whoever has only that cannot even begin to guess. */
export interface Pepper {
  /** The key that is mixed in now. */
  readonly kid: string
  /** undefined: there is no such key any more. */
  mix(kid: string, password: string): string | undefined
}

export const pepperOf = ({ indexes }: Pick<Vault, 'indexes'>): Pepper => ({
  kid: indexes.kid,
  mix: (kid, password) => indexes.under(kid, 'staff-password', password),
})

interface HasherParts {
  readonly pepper: Pepper
  readonly random: RandomSource
  readonly cost?: PasswordCost
}

/** The least of what OWASP advises for argon2id: 19 MiB, two passes. About a tenth of a second. */
const COST: PasswordCost = { memoryKib: 19_456, passes: 2, lanes: 1 }
const SALT_BYTES = 16
const HASH_BYTES = 32
const SHAPE = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)(?:,keyid=([\w-]+))?\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/
/** One at a time, so that a crowd of guesses takes one core at most; who comes behind so many others is asked to come again. */
const GATE_LIMITS = { holdMs: 15_000, waitingMax: 50 }

const derive = promisify(argon2)
const unpadded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '')

const costText = ({ memoryKib, passes, lanes }: PasswordCost): string => `m=${memoryKib},t=${passes},p=${lanes}`

const keyText = (kid: string): string => (kid === UNNAMED_KID ? '' : `,keyid=${kid}`)

/** Which key was mixed in; none is named where there was only one. */
export const kidOfHash = (hashed: string): string => SHAPE.exec(hashed)?.[4] ?? UNNAMED_KID

/** Passwords as argon2id in the usual text form, which names its own cost and key, so that both can change. */
export function createPasswordHasher({ pepper, random, cost = COST }: HasherParts): PasswordHasher {
  const gate = createGate(GATE_LIMITS)
  const made = `$argon2id$v=19$${costText(cost)}${keyText(pepper.kid)}$`

  /** Without the key it is as much work, and comes to nothing. */
  function digestOf(kid: string, password: string, { salt, ...cost }: PasswordCost & { salt: Uint8Array }): Promise<Uint8Array> {
    const { memoryKib, passes, lanes } = cost
    const message = Buffer.from(pepper.mix(kid, normalPassword(password)) ?? salt)
    const parameters = { message, nonce: salt, parallelism: lanes, tagLength: HASH_BYTES, memory: memoryKib, passes }
    return gate.run('hash', () => derive('argon2id', parameters))
  }

  return {
    async hash(password) {
      const salt = random.bytes(SALT_BYTES)
      return `${made}${unpadded(salt)}$${unpadded(await digestOf(pepper.kid, password, { ...cost, salt }))}`
    },
    async matches(password, hashed) {
      const [, memory, passes, lanes, kid = UNNAMED_KID, salt = '', expected = ''] = SHAPE.exec(hashed) ?? []
      const made = { memoryKib: Number(memory), passes: Number(passes), lanes: Number(lanes), salt: Buffer.from(salt, 'base64') }
      const digest = await digestOf(kid, password, made)
      const wanted = Buffer.from(expected, 'base64')
      return wanted.length === digest.length && timingSafeEqual(digest, wanted)
    },
    isDated: (hashed) => !hashed.startsWith(made),
  }
}
