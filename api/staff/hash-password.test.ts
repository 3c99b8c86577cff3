import { describe, expect, it } from '@jest/globals'
import { nodeRandom } from '../vault/random.ts'
import { createPasswordHasher, kidOfHash, type Pepper } from './hash-password.ts'

const cost = { memoryKib: 8, passes: 1, lanes: 1 }
const pepperOf = (kid: string, ...others: readonly string[]): Pepper => ({
  kid,
  mix: (of, password) => ([kid, ...others].includes(of) ? `${of} ${password}` : undefined),
})
const pepper = pepperOf('first')
const hasher = createPasswordHasher({ pepper, random: nodeRandom, cost })

describe('a hashed password', () => {
  it('is argon2id in the usual form, and another each time', async () => {
    const [one, two] = await Promise.all([hasher.hash('twelve chars'), hasher.hash('twelve chars')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=8,t=1,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(one).not.toBe(two)
  })

  it('costs what OWASP asks for where nothing else is said', async () => {
    expect(await createPasswordHasher({ pepper, random: nodeRandom }).hash('twelve chars')).toContain('$m=19456,t=2,p=1$')
  })

  it.each([
    ['itself', 'twelve chars é', true],
    ['itself in another spelling', 'twelve chars e\u0301', true],
    ['another', 'twelve chars e', false],
    ['one in capitals', 'TWELVE CHARS É', false],
    ['nothing', '', false],
  ])('fits %s (%p): %p', async (_what, password, fits) => {
    expect(await hasher.matches(password, await hasher.hash('twelve chars é'))).toBe(fits)
  })

  it('is worth nothing without what is not in the database', async () => {
    const hashed = await hasher.hash('twelve chars')
    expect(
      await createPasswordHasher({ pepper: { ...pepper, mix: (_kid, text) => text }, random: nodeRandom, cost }).matches(
        'twelve chars',
        hashed,
      ),
    ).toBe(false)
  })

  it('names its key, fits as long as that is there, and is dated once another is mixed in', async () => {
    const [renewed, gone] = [pepperOf('k2', 'first'), pepperOf('k2')].map((pepper) =>
      createPasswordHasher({ pepper, random: nodeRandom, cost }),
    )
    const hashed = await hasher.hash('twelve chars')
    const again = await renewed?.hash('twelve chars')
    expect([kidOfHash(hashed), kidOfHash(again ?? '')]).toEqual(['first', 'k2'])
    expect(again).toMatch(/^\$argon2id\$v=19\$m=8,t=1,p=1,keyid=k2\$/)
    expect([await renewed?.matches('twelve chars', hashed), await renewed?.matches('twelve chars', again ?? '')]).toEqual([true, true])
    expect([await gone?.matches('twelve chars', hashed), await hasher.matches('twelve chars', again ?? '')]).toEqual([false, false])
    expect([hasher.isDated(hashed), renewed?.isDated(hashed), renewed?.isDated(again ?? '')]).toEqual([false, true, false])
  })

  it('still fits when the cost has grown, and is known to be dated', async () => {
    const dearer = createPasswordHasher({ pepper, random: nodeRandom, cost: { memoryKib: 16, passes: 2, lanes: 1 } })
    const hashed = await hasher.hash('twelve chars')
    expect(await dearer.matches('twelve chars', hashed)).toBe(true)
    expect([dearer.isDated(hashed), hasher.isDated(hashed)]).toEqual([true, false])
  })
})
