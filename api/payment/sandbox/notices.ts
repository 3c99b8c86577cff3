import { createCipheriv, randomBytes, sign } from 'node:crypto'
import type { Clock } from '../../core/clock.ts'
import type { Mischief } from './mischief.ts'
import type { SandboxKeys } from './sandbox-keys.ts'

interface NoticeParts {
  readonly url: string
  readonly event: string
  readonly type: string
  readonly content: object
}

/** A callback, sealed; it is signed anew each time it is sent, as the vendor's are. */
export interface Notice {
  readonly url: string
  readonly body: string
}

interface NoticesParts {
  readonly keys: SandboxKeys
  readonly clock: Clock
  readonly mischief: Mischief
  readonly retryMs: readonly number[]
}

const HELD_MOST = 10_000
const SEND_MS = 5_000

/** AES-256-GCM, the tag behind the text. */
function seal(key: Uint8Array, text: string, open: { readonly nonce: string; readonly associatedData: string }): string {
  const cipher = createCipheriv('aes-256-gcm', key, Buffer.from(open.nonce), { authTagLength: 16 })
  cipher.setAAD(Buffer.from(open.associatedData))
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

function bodyOf({ keys, clock }: NoticesParts, { event, type, content }: NoticeParts): string {
  const nonce = randomBytes(6).toString('hex')
  const ciphertext = seal(keys.apiV3Key, JSON.stringify(content), { nonce, associatedData: type })
  return JSON.stringify({
    id: randomBytes(16).toString('hex'),
    create_time: clock.now().toString(),
    event_type: event,
    resource_type: 'encrypt-resource',
    resource: { algorithm: 'AEAD_AES_256_GCM', ciphertext, nonce, associated_data: type, original_type: type },
  })
}

function signedHeaders({ keys, clock }: NoticesParts, body: string): Record<string, string> {
  const timestamp = String(Math.floor(clock.now().epochMilliseconds / 1000))
  const nonce = randomBytes(16).toString('hex')
  const signature = sign('RSA-SHA256', Buffer.from(`${timestamp}\n${nonce}\n${body}\n`), keys.platformKey).toString('base64')
  return {
    'content-type': 'application/json',
    'wechatpay-serial': keys.platformSerial,
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-signature': signature,
  }
}

/** Sends callbacks, and again when they are not heard; told to, several times, late, in another order, or not at all. */
export class Notices {
  readonly #parts: NoticesParts
  readonly #held: Notice[] = []
  readonly #under = new Set<Promise<unknown>>()
  readonly #timers = new Set<NodeJS.Timeout>()
  #stopped = false

  constructor(parts: NoticesParts) {
    this.#parts = parts
  }

  add(parts: NoticeParts): void {
    const { mischief } = this.#parts
    if (mischief.drop) return
    const notice = { url: parts.url, body: bodyOf(this.#parts, parts) }
    for (let copy = 0; copy < mischief.copies; copy += 1) {
      if (mischief.hold && this.#held.length < HELD_MOST) this.#held.push(notice)
      else if (!mischief.hold) this.#later(mischief.delayMs, notice, this.#parts.retryMs)
    }
  }

  /** Takes what waits, to be sent in whatever order. */
  takeHeld(): readonly Notice[] {
    return this.#held.splice(0)
  }

  /** The headers that a notice is sent with now. */
  sign({ body }: Notice): Readonly<Record<string, string>> {
    return signedHeaders(this.#parts, body)
  }

  /** The status that the merchant answered with; 0 when he did not. */
  async send({ url, body }: Notice): Promise<number> {
    try {
      const headers = signedHeaders(this.#parts, body)
      const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(SEND_MS), redirect: 'error' })
      await response.arrayBuffer()
      return response.status
    } catch {
      return 0
    }
  }

  async idle(): Promise<void> {
    while (this.#under.size > 0) await Promise.all(this.#under)
  }

  stop(): void {
    this.#stopped = true
    for (const timer of this.#timers) clearTimeout(timer)
  }

  #later(delayMs: number, notice: Notice, retryMs: readonly number[]): void {
    if (this.#stopped || this.#timers.size >= HELD_MOST) return
    if (delayMs === 0) {
      this.#start(notice, retryMs)
      return
    }
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      this.#start(notice, retryMs)
    }, delayMs).unref()
    this.#timers.add(timer)
  }

  #start(notice: Notice, [next, ...rest]: readonly number[]): void {
    const sending = this.send(notice).then((status) => {
      this.#under.delete(sending)
      if (status !== 200 && next !== undefined) this.#later(next, notice, rest)
    })
    this.#under.add(sending)
  }
}
