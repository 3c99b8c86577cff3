import type { Verdict } from '../../core/person/verification.ts'
import type { PersonVerifier } from '../person-verifier.ts'
import { PLAYED } from './sandbox-copy.ts'

/** `silent` never answers, `broken` fails. */
export type Play = Verdict | 'silent' | 'broken'

export interface SandboxVerifier extends PersonVerifier {
  /** What it does from now on, whoever is asked about; undefined: what the name says. */
  play(next: Play | undefined): void
  /** How often it was asked. */
  asked(): number
}

const playedBy = new Map<string, Play>(Object.entries(PLAYED))

/** An office on this machine that believes everybody, for counties in which everybody is made up. */
export function createSandboxVerifier(check: PersonVerifier['check'] = 'three-factor'): SandboxVerifier {
  let told: Play | undefined
  let times = 0
  return {
    check,
    play: (next) => {
      told = next
    },
    asked: () => times,
    async verify({ name }) {
      times += 1
      const played = told ?? playedBy.get(name) ?? 'verified'
      if (played === 'silent') return new Promise<Verdict>(() => undefined)
      if (played === 'broken') throw new Error('the office cannot be reached')
      return played
    },
  }
}
