import { type BlindIndexes, blindIndexes } from './blind-indexes.ts'
import { kidOf, type NamedKey, openEnvelope, type Place, sealEnvelope } from './envelope.ts'
import { type KeyRing, PERSON_KID } from './key-ring.ts'
import { nodeRandom, type RandomSource } from './random.ts'
import { VaultError } from './vault-error.ts'

/** Something that seals texts and opens them again at the same place. Opening what was changed or moved throws `VaultError`. */
export interface Safe {
  seal(place: Place, text: string): string
  open(place: Place, envelope: string): string
}

/** A person's own key: `safe` works with it, `wrapped` is what may be stored. Once every copy of `wrapped` is dropped, nothing of the person opens. */
export interface PersonKey {
  readonly safe: Safe
  readonly wrapped: string
}

/** Seals with the county's keys what belongs to no registered person; a person's fields are sealed with the person's own key. */
export interface Vault extends Safe {
  newPersonKey(place: Place): PersonKey
  openPersonKey(place: Place, wrapped: string): Safe
  /** The same text under the current key; the very same envelope where it is that already. */
  reseal(place: Place, envelope: string): string
  /** The same text gives the same index for the same purpose and key, and nobody without the key can compute or reverse it. */
  readonly indexes: BlindIndexes
  /** The one of whatever has only one, which is gone before its key is. */
  readonly blindIndex: BlindIndexes['one']
}

const PERSON_KEY_BYTES = 32

export function createVault(ring: KeyRing, random: RandomSource = nodeRandom): Vault {
  const safeOf = (key: NamedKey): Safe => ({
    seal: (place, text) => sealEnvelope(key, { place, text }, random),
    open: (place, envelope) => openEnvelope(key, place, envelope),
  })
  const ofPerson = (bytes: Uint8Array): Safe => safeOf({ kid: PERSON_KID, bytes })
  const { seal } = safeOf(ring.current)

  function open(place: Place, envelope: string): string {
    const key = ring.byKid.get(kidOf(envelope) ?? '')
    if (key === undefined) throw new VaultError(`the envelope of ${place.collection}.${place.field} does not open: no such key in the ring`)
    return openEnvelope(key, place, envelope)
  }

  function newPersonKey(place: Place): PersonKey {
    const bytes = Buffer.from(random.bytes(PERSON_KEY_BYTES))
    return { safe: ofPerson(bytes), wrapped: seal(place, bytes.toString('base64url')) }
  }

  const indexes = blindIndexes(ring.index)

  return {
    seal,
    open,
    reseal: (place, envelope) => (kidOf(envelope) === ring.current.kid ? envelope : seal(place, open(place, envelope))),
    newPersonKey,
    openPersonKey: (place, wrapped) => ofPerson(Buffer.from(open(place, wrapped), 'base64url')),
    indexes,
    blindIndex: indexes.one,
  }
}
