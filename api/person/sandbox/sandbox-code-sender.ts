import { maskPhone } from '../../core/person/mask.ts'
import type { Phone } from '../../core/person/phone.ts'
import type { CodeSender } from '../code-sender.ts'
import { SENT } from './sandbox-copy.ts'

export interface SandboxCodeSender extends CodeSender {
  /** What it does from now on: `silent` never answers, `broken` fails. */
  play(next: 'sends' | 'silent' | 'broken'): void
  /** What was sent, the newest last. */
  readonly sent: readonly { readonly phone: Phone; readonly code: string }[]
}

const KEPT = 100

/** Phones that are on this machine, for counties in which everybody is made up; `show` is where they are looked at. */
export function createSandboxCodeSender(show: (line: string) => void = () => undefined): SandboxCodeSender {
  let does: 'sends' | 'silent' | 'broken' = 'sends'
  const sent: { phone: Phone; code: string }[] = []
  return {
    sent,
    play: (next) => {
      does = next
    },
    async send(phone, code) {
      if (does === 'silent') return new Promise<void>(() => undefined)
      if (does === 'broken') throw new Error('no phone can be reached')
      sent.push({ phone, code })
      sent.splice(0, sent.length - KEPT)
      show(SENT(maskPhone(phone), code))
    },
  }
}
