import type { KeyRing } from './key-ring.ts'
import type { Rotated } from './rotate-keys.ts'

type Report = Rotated & { readonly passwords: ReadonlyMap<string, number> }

const named = (keys: readonly { readonly kid: string }[]): string => keys.map(({ kid }) => kid).join(', ')

const sealingLine = ({ current, byKid }: KeyRing): string => {
  const older = [...byKid.values()].filter((key) => key !== current)
  return older.length === 0 ? 'sealing: there is only one key in the ring' : `sealing: nothing needs these any more: ${named(older)}`
}

const indexLine = ({ index: { inUse } }: KeyRing): string => {
  const [newest, ...older] = inUse
  if (older.length === 0) return `finding: everything is found by ${newest.kid}`
  return `finding: everything is found by ${newest.kid} as well, so these may be retired: ${named(older)}`
}

const retiredLines = ({ index: { retired } }: KeyRing, need: Report['passwords']): readonly string[] =>
  retired.map(({ kid }) => {
    const accounts = need.get(kid) ?? 0
    const why =
      accounts === 0
        ? 'no account of the staff'
        : `a password or a recovery code of ${accounts} of the staff, until they sign in or renew it`
    return `recognising: ${kid} is retired; needed by ${why}, and by audit:verify for the roots that were written with it`
  })

/** What a rotation has come to, and what may be done next, as lines to read. */
export function reportLines({ renewed, left, passwords }: Report, ring: KeyRing): readonly string[] {
  const rest = Object.entries(left).map(([collection, count]) => `${collection}: ${count}`)
  const done = `${renewed} renewed with ${ring.current.kid}`
  if (rest.length > 0)
    return [done, `STILL WITH AN OLDER KEY: ${rest.join(', ')}. Restart every process with this ring and run this again.`]
  const isMore = ring.byKid.size > 1 || ring.index.inUse.length > 1
  const next = isMore ? ['to take the older keys out: npm run keys:rotate -- --retire'] : []
  return [done, sealingLine(ring), indexLine(ring), ...retiredLines(ring, passwords), ...next]
}
