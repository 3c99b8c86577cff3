import { describe, expect, it } from '@jest/globals'
import { puppetNamed } from './puppets.ts'

describe('puppetNamed', () => {
  it.each(['', 'wechaty-puppet-unknown', 'node:fs', '../../secret', '__proto__', 'constructor'])(
    'refuses %j and says what there is',
    (name) => {
      expect(() => puppetNamed(name)).toThrow(/^Unknown puppet ".*". Known: wechaty-puppet-mock, wechaty-puppet-service/)
    },
  )

  it('cuts a long name short in its complaint', () => {
    expect(() => puppetNamed('x'.repeat(100_000))).toThrow(/^.{0,400}$/)
  })

  it('says how to get a puppet that is not installed', async () => {
    await expect(puppetNamed('wechaty-puppet-padlocal').load()).rejects.toThrow('npm install -w bot wechaty-puppet-padlocal')
  })

  it('loads one that is', async () => {
    const make = await puppetNamed('wechaty-puppet-mock').load()
    expect(make().name()).toContain('wechaty-puppet-mock')
  })

  it('knows that WeChat wants to be spoken to slowly', () => {
    const { pace, groups } = puppetNamed('wechaty-puppet-service').capabilities
    expect(pace.accountGapMs).toEqual([1_000, 3_000])
    expect(pace.conversationGapMs).toBeGreaterThanOrEqual(3_000)
    expect(groups).toBe(true)
    expect(puppetNamed('wechaty-puppet-official-account').capabilities.groups).toBe(false)
  })
})
